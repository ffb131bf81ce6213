namespace Optimizer.Domain.Audit.Events;

/// <summary>A diagnosis ended without hypotheses (S0-004).</summary>
/// <param name="Anomaly">It should have answered.</param>
/// <param name="Why">In words.</param>
public sealed record DiagnosisFailed(string Anomaly, string Why) : AuditEvent;
