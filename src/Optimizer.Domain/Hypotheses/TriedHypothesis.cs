using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Hypotheses;

/// <summary>A hypothesis and what came of it.</summary>
/// <param name="Experiment">Its experiment.</param>
/// <param name="Hypothesis">What was tried.</param>
/// <param name="End">How it ended.</param>
/// <param name="Gain">Observed, a share in the good direction; null when nothing could be read.</param>
/// <param name="EndedAt">When.</param>
public sealed record TriedHypothesis(string Experiment, Hypothesis Hypothesis, DecisionKind End, double? Gain, DateTimeOffset EndedAt);
