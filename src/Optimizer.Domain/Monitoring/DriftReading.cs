using Optimizer.Domain.Kpis;
using Optimizer.Statistics.Series;

namespace Optimizer.Domain.Monitoring;

/// <summary>What <see cref="Drift"/> shows on one day.</summary>
public sealed record DriftReading
{
    internal DriftReading()
    {
    }

    /// <summary>The drift that is judged: without the weekday pattern where that matters and is known; null when there is none.</summary>
    public double? Change { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>With the weekday pattern taken out; null when history is too short to know it or the baseline is 0.</summary>
    public DriftMeasure? Deseasonalised { get; init; }

    /// <summary>Weekday index, Monday first; null as for <see cref="Deseasonalised"/>.</summary>
    public SeasonalIndex? Index { get; init; }

    /// <summary>True when the drift is on the bad side and beyond <see cref="Limit"/>: a new experiment may be asked for (S3-022).</summary>
    public bool IsBreached { get; init; }

    /// <summary>max(threshold, multiple * <see cref="Noise"/>), a share of the baseline; null when nothing was measured.</summary>
    public double? Limit { get; init; }

    public KpiMovement Movement { get; init; }

    /// <summary>Standard deviation of the drift of a steady KPI with days as noisy as these, a share of the baseline.</summary>
    public double? Noise { get; init; }

    /// <summary>As the days are; null when there are too few of them.</summary>
    public DriftMeasure? Raw { get; init; }

    /// <summary>Why, in words with their numbers; at least one sentence.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}
