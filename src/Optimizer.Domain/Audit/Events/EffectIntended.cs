namespace Optimizer.Domain.Audit.Events;

/// <summary>Something outside is about to be changed.</summary>
/// <param name="Effect">Its id; the answer carries the same.</param>
/// <param name="Target">What is changed.</param>
/// <param name="Before">As text.</param>
/// <param name="After">As text.</param>
public sealed record EffectIntended(string Effect, string Target, string Before, string After) : AuditEvent;
