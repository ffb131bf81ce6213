using Optimizer.Domain.Kpis;
using Optimizer.Statistics.Series;

namespace Optimizer.Domain.Monitoring;

/// <summary>What <see cref="DailyDetector"/> shows about one day.</summary>
public sealed record DayReading
{
    internal DayReading()
    {
    }

    /// <summary>The day's figure with the weekday pattern taken out; null when it was not judged so.</summary>
    public double? Adjusted { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Level this day would usually have, weekday included, in the KPI's unit; null when not judged.</summary>
    public double? Expected { get; init; }

    public DaySide Flag { get; init; }

    /// <summary>Weekday index, Monday first; null for a count or a day not judged.</summary>
    public SeasonalIndex? Index { get; init; }

    /// <summary>True when this day alone is beyond the severe limit.</summary>
    public bool IsExtreme { get; init; }

    /// <summary>True when <see cref="IsExtreme"/>, or flagged on the same side as the day before.</summary>
    public bool IsSevere { get; init; }

    /// <summary>Median of the adjusted history; null unless judged by robust score.</summary>
    public double? Median { get; init; }

    public required DayMethod Method { get; init; }

    /// <summary>Side of the flag or, without one, of the shift.</summary>
    public KpiMovement Movement { get; init; }

    /// <summary>Why, in words with their numbers; at least one sentence.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Robust standard deviation of the adjusted history; null unless judged by robust score.</summary>
    public double? Scale { get; init; }

    /// <summary>
    /// Distance from the usual level in standard deviations; for a count, its square-root (Anscombe 1948) score. Null when
    /// not judged or when history has no spread to measure by.
    /// </summary>
    public double? Score { get; init; }

    /// <summary>A slow shift that the scores up to this day add up to; only <see cref="DailyDetector.Scan"/> knows it.</summary>
    public CusumDirection? Shift { get; init; }

    /// <summary>Probability of a count this far out or further on its side; null unless judged by Poisson tail.</summary>
    public double? Tail { get; init; }

    /// <summary>The day's figure, null when missing.</summary>
    public double? Value { get; init; }
}
