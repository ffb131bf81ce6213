namespace Optimizer.Domain.Audit.Events;

/// <summary>The freeze is over: what waited goes on.</summary>
/// <param name="Why">In words.</param>
public sealed record LoopUnfrozen(string Why) : AuditEvent;
