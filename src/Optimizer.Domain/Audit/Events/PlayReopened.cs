namespace Optimizer.Domain.Audit.Events;

/// <summary>A converged play is active again (S0-008).</summary>
/// <param name="Why">In words.</param>
public sealed record PlayReopened(string Why) : AuditEvent;
