using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Monitoring;

/// <summary>Names what a KPI does: the last 14 days against the 28 before (requirements S0-003, S0-016 to S0-021).</summary>
public static class Monitor
{
    /// <summary>Reading on the last day of <paramref name="series"/>, which is taken as complete.</summary>
    /// <param name="series">The KPI's figures; cut the running day off with <see cref="KpiSeries.CompleteThrough"/>.</param>
    /// <param name="rules">Limits and windows.</param>
    public static Reading Classify(KpiSeries series, MonitoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(rules);
        return At(series, series.LastDay, rules);
    }

    /// <summary>One reading for each week that ends within the series, oldest first, each seeing only the days up to its own.</summary>
    /// <param name="series">The KPI's figures.</param>
    /// <param name="rules">Limits and windows.</param>
    /// <param name="weekEnds">Last day of a week.</param>
    public static IReadOnlyList<Reading> WeekByWeek(KpiSeries series, MonitoringRules rules, DayOfWeek weekEnds = DayOfWeek.Sunday)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(rules);
        var readings = new List<Reading>();
        var first = (((int)weekEnds - (int)series.Start.DayOfWeek) + Weekdays.Count) % Weekdays.Count;
        for (var offset = first; offset < series.Days; offset += Weekdays.Count)
        {
            readings.Add(At(series, series.Start.AddDays(offset), rules));
        }

        return readings;
    }

    private static Reading At(KpiSeries series, DateOnly day, MonitoringRules rules)
    {
        var windows = WindowComparison.At(series, day, rules);
        if (windows.SpanDays < rules.NeedDays || windows.TooManyMissing)
        {
            return new()
            {
                Class = KpiClass.InsufficientData,
                Day = day,
                Level = ReadingLevel.None,
                MissingDays = windows.MissingDays,
                Reasons = [ReadingReasons.Insufficient(series.Kpi, windows, rules)],
            };
        }

        if (windows.Change is not { } change)
        {
            var fromZero = windows.RecentMean > 0;
            return new()
            {
                Class = fromZero ? KpiClass.FromZero : KpiClass.FlatZero,
                Day = day,
                Level = ReadingLevel.Watch,
                MissingDays = windows.MissingDays,
                Movement = series.Kpi.Judge(windows.RecentMean),
                Reasons = [ReadingReasons.ZeroBaseline(series.Kpi, windows)],
            };
        }

        var weekly = WeeklyChanges(series, day, rules, rules.PlateauWeeks);
        var unconfirmed = IsUnconfirmedDrop(series, day, rules, change);
        var named = Name(change, weekly, unconfirmed, rules);
        var interval = DayNoise.Interval(series, day, rules, windows);
        var escalated = IsEscalated(series, day, rules, named);
        var reading = new Reading
        {
            Change = change,
            Class = named,
            Day = day,
            Interval = interval,
            IsConfirmedPlateau = named == KpiClass.Plateau && interval is { } known && known.Inside(rules.Bands.Plateau),
            Level = escalated ? ReadingLevel.Anomaly : Level(named),
            MissingDays = windows.MissingDays,
            Movement = named is KpiClass.Normal or KpiClass.Plateau ? KpiMovement.None : series.Kpi.Judge(change),
            Reasons = [],
            WeeklyChanges = weekly,
        };
        return reading with { Reasons = ReadingReasons.Changed(series.Kpi, reading, windows, rules, unconfirmed, escalated) };
    }

    private static KpiClass Name(double change, List<double?> weekly, bool unconfirmedDrop, MonitoringRules rules)
    {
        var band = unconfirmedDrop ? KpiClass.Decline : rules.Bands.Of(change);
        var flat = weekly.Count == rules.PlateauWeeks && weekly.TrueForAll(each => each is { } known && rules.Bands.IsFlat(known));
        return band == KpiClass.Normal && flat ? KpiClass.Plateau : band;
    }

    private static ReadingLevel Level(KpiClass named) => named switch
    {
        KpiClass.Drop or KpiClass.Plateau or KpiClass.Spike => ReadingLevel.Anomaly,
        KpiClass.Decline or KpiClass.Growth => ReadingLevel.Watch,
        KpiClass.Normal => ReadingLevel.None,
        _ => throw new ArgumentOutOfRangeException(nameof(named), named, "has no change to take a level from"),
    };

    /// <summary>A fall beyond the drop limit now that the look a week ago did not show, where two are asked for.</summary>
    private static bool IsUnconfirmedDrop(KpiSeries series, DateOnly day, MonitoringRules rules, double change)
    {
        if (rules.Bands.Of(change) != KpiClass.Drop)
        {
            return false;
        }

        var looks = WeeklyChanges(series, day, rules, rules.DropConfirmPeriods);
        return looks.Count < rules.DropConfirmPeriods
            || !looks.TrueForAll(each => each is { } known && rules.Bands.Of(known) == KpiClass.Drop);
    }

    private static bool IsEscalated(KpiSeries series, DateOnly day, MonitoringRules rules, KpiClass named)
    {
        if (rules.WatchEscalateAfter is not { } weeks || named is not (KpiClass.Growth or KpiClass.Decline))
        {
            return false;
        }

        var looks = WeeklyChanges(series, day, rules, weeks);
        return looks.Count == weeks && looks.TrueForAll(each => each is { } known && rules.Bands.Of(known) switch
        {
            KpiClass.Growth or KpiClass.Spike => named == KpiClass.Growth,
            KpiClass.Decline or KpiClass.Drop => named == KpiClass.Decline,
            _ => false,
        });
    }

    private static List<double?> WeeklyChanges(KpiSeries series, DateOnly day, MonitoringRules rules, int weeks)
    {
        var changes = new List<double?>(weeks);
        for (var week = 0; week < weeks; week++)
        {
            var windows = WindowComparison.At(series, day.AddDays(-Weekdays.Count * week), rules);
            if (windows.SpanDays < rules.NeedDays)
            {
                break;
            }

            changes.Add(windows.TooManyMissing ? null : windows.Change);
        }

        return changes;
    }
}
