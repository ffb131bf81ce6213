namespace Optimizer.Domain.Audit.Events;

/// <summary>It is over.</summary>
/// <param name="By">Who.</param>
/// <param name="Why">In words.</param>
public sealed record PlayStopped(string By, string Why) : AuditEvent;
