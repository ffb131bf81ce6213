namespace Optimizer.Domain.Audit.Events;

/// <summary>Something outside does not answer; the play waits and tries again.</summary>
/// <param name="Step">Which.</param>
/// <param name="Why">In words.</param>
public sealed record PlayParked(string Step, string Why) : AuditEvent;
