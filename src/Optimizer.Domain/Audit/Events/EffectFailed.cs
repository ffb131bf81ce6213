namespace Optimizer.Domain.Audit.Events;

/// <summary>It was refused for good; nothing was changed.</summary>
/// <param name="Effect">Its id.</param>
/// <param name="Why">In words.</param>
public sealed record EffectFailed(string Effect, string Why) : AuditEvent;
