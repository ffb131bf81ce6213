namespace Optimizer.Domain.Audit.Events;

/// <summary>It goes on.</summary>
/// <param name="By">Who.</param>
public sealed record PlayResumed(string By) : AuditEvent;
