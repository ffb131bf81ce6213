namespace Optimizer.Domain.Audit.Events;

/// <summary>What the loop would have done if it might act (shadow, advisory).</summary>
/// <param name="Hypothesis">Its id.</param>
/// <param name="Text">In words.</param>
public sealed record WouldHave(string Hypothesis, string Text) : AuditEvent;
