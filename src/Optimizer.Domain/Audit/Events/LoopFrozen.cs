namespace Optimizer.Domain.Audit.Events;

/// <summary>From here on nothing outside is changed, until <see cref="LoopUnfrozen"/>.</summary>
/// <param name="Why">In words.</param>
public sealed record LoopFrozen(string Why) : AuditEvent;
