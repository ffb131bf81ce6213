namespace Optimizer.Domain.Audit.Events;

/// <summary>A hypothesis may be tried (S0-032).</summary>
/// <param name="Hypothesis">Its id.</param>
/// <param name="By">loop or a person.</param>
/// <param name="Why">In words.</param>
public sealed record HypothesisAccepted(string Hypothesis, string By, string Why) : AuditEvent;
