using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Experiments;

/// <summary>
/// Does the effect last? The log ratio after the first week beside that of the first week. Always-valid evidence does
/// not cure novelty: the cumulative effect is real, it just goes away.
/// </summary>
/// <param name="LateLogRatio">ln(variant/control) after the first week.</param>
/// <param name="Z">(late - first week) in standard errors of the difference.</param>
public readonly record struct Novelty(double LateLogRatio, double Z)
{
    /// <summary>Days that count as the first week.</summary>
    public const int FirstWeek = 7;

    /// <summary>Null where either stretch has no log ratio.</summary>
    public static Novelty? Between<TSample>(Tally<TSample> firstWeek, Tally<TSample> later, int variant)
        where TSample : struct, IMergeableSample<TSample>
    {
        ArgumentNullException.ThrowIfNull(firstWeek);
        ArgumentNullException.ThrowIfNull(later);
        return Ratio(firstWeek) is { } first && Ratio(later) is { } late
            ? new(late.Value, (late.Value - first.Value) / Math.Sqrt(
                late.StandardError * late.StandardError + first.StandardError * first.StandardError))
            : null;

        Statistics.Sequential.LogRatio? Ratio(Tally<TSample> tally) => tally.Strata.Count == 0
            ? null
            : Statistics.Sequential.LogRatio.Between(tally.Standardise(0, variant), tally.Standardise(variant, 0));
    }
}
