namespace Optimizer.Domain.Audit.Events;

/// <summary>Optimisation stands still until a person says so.</summary>
/// <param name="Code">operator, strategic_review.</param>
/// <param name="Why">In words.</param>
public sealed record PlayPaused(string Code, string Why) : AuditEvent;
