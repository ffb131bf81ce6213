namespace Optimizer.Domain.Experiments;

/// <summary>One assignment day of an experiment.</summary>
/// <param name="Day">The day, in the play's time zone.</param>
/// <param name="Weights">Configured shares, control first, summing to 1.</param>
/// <param name="Groups">One per weight: the primary metric.</param>
/// <param name="Others">The other metrics, by KPI key; each with a group per weight.</param>
public sealed record ExposureDay(
    DateOnly Day, IReadOnlyList<double> Weights, IReadOnlyList<GroupCount> Groups, IReadOnlyDictionary<string, IReadOnlyList<GroupCount>> Others);
