using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Monitoring;

/// <summary>What monitoring a KPI shows at one look, with its reasons.</summary>
public sealed record Reading
{
    internal Reading()
    {
    }

    /// <summary>r, a share of the baseline mean (-0.2 is a fall of a fifth); null where there is no ratio.</summary>
    public double? Change { get; init; }

    public required KpiClass Class { get; init; }

    /// <summary>Last day of the recent window.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Of <see cref="Change"/>; null when there is none.</summary>
    public ChangeInterval? Interval { get; init; }

    /// <summary>
    /// True for a plateau whose whole interval lies inside the band; false for one that is flat only within its noise.
    /// </summary>
    public bool IsConfirmedPlateau { get; init; }

    public required ReadingLevel Level { get; init; }

    /// <summary>Days without a figure in the two windows.</summary>
    public required int MissingDays { get; init; }

    /// <summary>Whether the change, when outside normal, is on the welcome side.</summary>
    public KpiMovement Movement { get; init; }

    /// <summary>Why, in words with their numbers; at least one sentence.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>
    /// r at the weekly looks that the class rests on, newest first: <see cref="MonitoringRules.PlateauWeeks"/> of them, or as
    /// many as the series is long enough for. Null where that week's windows have no ratio.
    /// </summary>
    public IReadOnlyList<double?> WeeklyChanges { get; init; } = [];
}
