namespace Optimizer.Domain.Monitoring;

/// <summary>
/// Everything monitoring may be told; each setting has the documented default. Windows are fixed: 14 recent days against
/// 28 (requirement S0-016), both whole weeks, so that any steady weekday pattern cancels.
/// </summary>
public sealed record MonitoringRules
{
    public const int BaselineDays = 28;

    /// <summary>Days of history that a diagnosis asks for, eight weeks (requirement S0-025).</summary>
    public const int HistoryDays = 56;

    /// <summary>Fewest days with a figure in the baseline window.</summary>
    public const int LeastBaselineDays = 20;

    /// <summary>Fewest days with a figure in the recent window.</summary>
    public const int LeastRecentDays = 10;

    public const int RecentDays = 14;

    public static MonitoringRules Default { get; } = new();

    public ClassBands Bands { get; init => field = value ?? throw new ArgumentNullException(nameof(Bands)); } = new();

    public BaselineWindow Baseline
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Baseline), value, "must be a known window");
    }

    public DetectorRules Detector { get; init => field = value ?? throw new ArgumentNullException(nameof(Detector)); } = new();

    public DriftRules Drift { get; init => field = value ?? throw new ArgumentNullException(nameof(Drift)); } = new();

    /// <summary>Weekly looks in a row that must show a drop: 1 as the source, or 2 (requirement S0x-001).</summary>
    public int DropConfirmPeriods
    {
        get;
        init => field = value is 1 or 2
            ? value
            : throw new ArgumentOutOfRangeException(nameof(DropConfirmPeriods), value, "must be 1 or 2");
    } = 1;

    /// <summary>Days a series must span before it has a class.</summary>
    public int NeedDays => Baseline == BaselineWindow.ExcludingRecent ? RecentDays + BaselineDays : BaselineDays;

    /// <summary>Weekly looks in a row that must be flat: 3 as the source, 4 in its upstream; from 2 to 52.</summary>
    public int PlateauWeeks
    {
        get;
        init => field = value is >= 2 and <= 52
            ? value
            : throw new ArgumentOutOfRangeException(nameof(PlateauWeeks), value, "must be from 2 to 52");
    } = 3;

    /// <summary>
    /// Weekly looks in a row on the same side of normal after which growth or decline becomes an anomaly, from 1 to 52;
    /// null, the default, for never (requirement S0-021).
    /// </summary>
    public int? WatchEscalateAfter
    {
        get;
        init => field = value is null or (>= 1 and <= 52)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(WatchEscalateAfter), value, "must be from 1 to 52, or null for never");
    }
}
