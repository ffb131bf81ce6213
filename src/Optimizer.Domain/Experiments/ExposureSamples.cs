using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Experiments;

/// <summary>Makes samples of what a source counted.</summary>
public static class ExposureSamples
{
    /// <summary>Units that converted.</summary>
    public static Proportion Share(GroupCount group) => new(group.Units, (long)group.Sum);

    /// <summary>An amount per unit, most of them perhaps 0.</summary>
    public static ValueMoments Value(GroupCount group) => new(Moments.FromSums(group.Units, group.Sum, group.SumOfSquares), group.Active);

    public static ExperimentDay<TSample> Day<TSample>(ExposureDay day, IReadOnlyList<GroupCount> groups, Func<GroupCount, TSample> sample)
        where TSample : struct, IMergeableSample<TSample>
    {
        ArgumentNullException.ThrowIfNull(day);
        ArgumentNullException.ThrowIfNull(groups);
        return new(day.Weights, [.. groups.Select(sample)]);
    }

    /// <summary>All days as one tally.</summary>
    public static Tally<TSample> All<TSample>(IEnumerable<ExposureDay> days, Func<ExposureDay, IReadOnlyList<GroupCount>> groups, Func<GroupCount, TSample> sample)
        where TSample : struct, IMergeableSample<TSample> =>
        days.Aggregate(Tally<TSample>.Empty, (tally, day) => tally.With(Day(day, groups(day), sample)));
}
