using Optimizer.Domain.Decisions;

namespace Optimizer.Workflows.Plays;

/// <summary>An experiment as convergence and failures count it.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="End">How it ended.</param>
/// <param name="Booked">Improvement that counts; null when it does not count.</param>
/// <param name="DetectableLift">Smallest lift it could have shown; null when not known.</param>
/// <param name="EndedAt">When.</param>
public sealed record ConcludedRun(string Experiment, DecisionKind End, double? Booked, double? DetectableLift, DateTimeOffset EndedAt);
