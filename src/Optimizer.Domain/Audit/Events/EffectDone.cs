namespace Optimizer.Domain.Audit.Events;

/// <summary>It was changed.</summary>
/// <param name="Effect">Its id.</param>
/// <param name="Answer">Of the other side.</param>
public sealed record EffectDone(string Effect, string Answer) : AuditEvent;
