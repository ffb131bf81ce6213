using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;

namespace Optimizer.Workflows.Experiments;

/// <summary>What came of an experiment.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Hypothesis">What was tried.</param>
/// <param name="End">How it ended.</param>
/// <param name="Gain">Observed, a share in the good direction; null when nothing could be read.</param>
/// <param name="Booked">Improvement that counts for convergence; null when it does not count.</param>
/// <param name="DetectableLift">Smallest lift it could have shown.</param>
/// <param name="EndedAt">When.</param>
/// <param name="Approved">Questions about it that people said yes to.</param>
/// <param name="Rejected">And no.</param>
public sealed record ExperimentEnd(
    string Experiment, Hypothesis Hypothesis, DecisionKind End, double? Gain, double? Booked, double? DetectableLift,
    DateTimeOffset EndedAt, int Approved, int Rejected);
