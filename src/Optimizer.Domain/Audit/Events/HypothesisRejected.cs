namespace Optimizer.Domain.Audit.Events;

/// <summary>A hypothesis may not be tried now.</summary>
/// <param name="Hypothesis">Its id.</param>
/// <param name="Rank">It had.</param>
/// <param name="By">policy or a person.</param>
/// <param name="Code">Machine-readable.</param>
/// <param name="Why">In words.</param>
public sealed record HypothesisRejected(string Hypothesis, int Rank, string By, string Code, string Why) : AuditEvent;
