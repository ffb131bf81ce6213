using Optimizer.Domain.Kpis;
using Optimizer.Statistics.Series;

namespace Optimizer.Domain.Monitoring;

/// <summary>How much the days of the two windows vary, and what that leaves open about their change.</summary>
internal static class DayNoise
{
    private const double NormalQuantile95 = 1.6448536269514722;

    public static ChangeInterval? Interval(KpiSeries series, DateOnly day, MonitoringRules rules, WindowComparison windows)
    {
        if (windows.Change is not { } change || Estimate(series, day, rules, windows) is not { } noise)
        {
            return null;
        }

        var baselineShare = 1.0 / windows.BaselinePresent;
        var variance = (1.0 / windows.RecentPresent) + (rules.Baseline == BaselineWindow.ExcludingRecent ? baselineShare : -baselineShare);
        var half = NormalQuantile95 * (1 + change) * noise * Math.Sqrt(Math.Max(0, variance));
        return new(change - half, change + half, noise);
    }

    /// <summary>
    /// Standard deviation of a day's ratio to its window's mean times its weekday's factor. The seven factors and the level
    /// are estimated from the same days, so eight degrees of freedom are taken off.
    /// </summary>
    private static double? Estimate(KpiSeries series, DateOnly day, MonitoringRules rules, WindowComparison windows)
    {
        var first = day.AddDays(1 - rules.NeedDays);
        var values = series.Between(first, day);
        if (values.Length != rules.NeedDays)
        {
            return null;
        }

        var index = SeasonalIndex.Estimate(values, Weekdays.Position(first)) ?? SeasonalIndex.Flat(Weekdays.Count);
        double squares = 0;
        var used = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var recent = i >= values.Length - MonitoringRules.RecentDays;
            var level = recent ? windows.RecentMean : windows.OlderMean(rules.Baseline);
            if (level > 0 && values[i] is { } value && index.Adjust(value, Weekdays.Position(first.AddDays(i))) is { } adjusted)
            {
                squares += Math.Pow((adjusted / level) - 1, 2);
                used++;
            }
        }

        return used > Weekdays.Count + 1 ? Math.Sqrt(squares / (used - Weekdays.Count - 1)) : null;
    }
}
