using Optimizer.Domain.Experiments;

namespace Optimizer.Connectors.Recordings;

/// <summary>One day of a recorded experiment.</summary>
/// <param name="Weights">Configured shares, control first, summing to 1.</param>
/// <param name="Groups">One per weight.</param>
public sealed record RecordedDay(IReadOnlyList<double> Weights, IReadOnlyList<GroupCount> Groups);
