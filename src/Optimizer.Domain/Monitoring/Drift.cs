using Optimizer.Domain.Kpis;
using Optimizer.Statistics.Series;
using static System.FormattableString;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Monitoring;

/// <summary>
/// Predictive watch (requirements S3-021, S3-022, contradiction C37): a three-day exponential average against the 14 days
/// that end three days ago, so that a fall is seen before the two-week mean has moved.
/// <para>Formula: average of span 3 / mean of days T-16 to T-3 - 1. Raw, it mostly finds weekends: the weekday pattern is taken
/// out when its spread exceeds <see cref="DriftRules.SpreadLimit"/> and three whole weeks before the last three days tell it.
/// The limit grows with the noise: sd = cv * sqrt(1/3 + 1/14), from the variance of such an average and of the baseline.</para>
/// </summary>
public static class Drift
{
    private const int BaselineDays = 14;
    private const int LeastBaselineDays = 10;
    private const int LeastIndexWeeks = 3;
    private const int LeastRecentDays = 2;

    /// <summary>A year: weekday habits older than that are no longer this KPI's.</summary>
    private const int MostIndexWeeks = 52;

    private const int RecentDays = 3;
    private const int Span = 3;

    /// <summary>Days a series must span.</summary>
    public const int NeedDays = BaselineDays + RecentDays;

    /// <summary>Drift on the last day of <paramref name="series"/>, which is taken as complete.</summary>
    public static DriftReading Measure(KpiSeries series, MonitoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(rules);
        var day = series.LastDay;
        var recentPresent = Present(series.Between(day.AddDays(1 - RecentDays), day));
        var baselinePresent = Present(series.Between(day.AddDays(1 - NeedDays), day.AddDays(-RecentDays)));
        if (series.Days < NeedDays || recentPresent < LeastRecentDays || baselinePresent < LeastBaselineDays)
        {
            return new() { Day = day, Reasons = [Shortage(series, recentPresent, baselinePresent)] };
        }

        var raw = Compare(series, SeasonalIndex.Flat(Weekdays.Count)) ?? throw new InvalidOperationException("a flat index keeps every day");
        if (raw.Change is not { } rawChange)
        {
            return new() { Day = day, Raw = raw, Reasons = [$"{series.Kpi.Name}: the {BaselineDays}-day baseline is 0, so no drift exists."] };
        }

        var index = Index(series);
        var adjusted = index is null ? null : Compare(series, index);
        var useAdjusted = adjusted?.Change is not null && index!.Spread > rules.Drift.SpreadLimit;
        var change = useAdjusted ? adjusted!.Value.Change!.Value : rawChange;
        var noise = Noise(series, useAdjusted ? index! : SeasonalIndex.Flat(Weekdays.Count));
        var limit = Math.Max(rules.Drift.Threshold, rules.Drift.NoiseMultiple * noise);
        var movement = series.Kpi.Judge(change);
        var breached = movement == KpiMovement.Bad && Math.Abs(change) > limit + 1e-9;
        return new()
        {
            Change = change,
            Day = day,
            Deseasonalised = adjusted,
            Index = adjusted is null ? null : index,
            IsBreached = breached,
            Limit = limit,
            Movement = movement,
            Noise = noise,
            Raw = raw,
            Reasons =
            [
                $"EMA drift: {series.Kpi.Name} {Change(change)} vs {BaselineDays}-day; the limit is {Limit(limit)}{(limit > rules.Drift.Threshold ? Invariant($", widened from {Limit(rules.Drift.Threshold)} because its days are noisy") : "")}.",
                WeekdayReason(index, useAdjusted, raw, rules),
                breached ? "Beyond the limit on the bad side." : movement == KpiMovement.Good && Math.Abs(change) > limit ? "Beyond the limit, but on the welcome side: nothing to prevent." : "Within the limit.",
            ],
        };
    }

    private static DriftMeasure? Compare(KpiSeries series, SeasonalIndex index)
    {
        var day = series.LastDay;
        var all = Adjusted(series, index, series.Start, day);
        var baseline = Adjusted(series, index, day.AddDays(1 - NeedDays), day.AddDays(-RecentDays));
        return baseline.Length < LeastBaselineDays || Adjusted(series, index, day.AddDays(1 - RecentDays), day).Length < LeastRecentDays
            ? null
            : new(ExponentialAverage.Last(all, Span), baseline.Average());
    }

    private static SeasonalIndex? Index(KpiSeries series)
    {
        var weeks = Math.Min(MostIndexWeeks, (series.Days - RecentDays) / Weekdays.Count);
        if (weeks < LeastIndexWeeks)
        {
            return null;
        }

        var end = series.LastDay.AddDays(-RecentDays);
        var first = end.AddDays(1 - (weeks * Weekdays.Count));
        return SeasonalIndex.Estimate(series.Between(first, end), Weekdays.Position(first));
    }

    /// <summary>From the last eight weeks before the recent days; a count can never be calmer than Poisson.</summary>
    private static double Noise(KpiSeries series, SeasonalIndex index)
    {
        var end = series.LastDay.AddDays(-RecentDays);
        var days = Adjusted(series, index, end.AddDays(1 - MonitoringRules.HistoryDays), end);
        var scale = RobustScale.Of(days);
        var level = scale.Median > 0 ? scale.Median : days.Average();
        var share = level > 0 ? scale.Scale / level : 0;
        var least = series.Kpi.Kind == KpiKind.Count && level > 0 ? 1 / Math.Sqrt(level) : 0;
        return Math.Max(share, least) * Math.Sqrt(ExponentialAverage.VarianceShare(Span) + (1.0 / BaselineDays));
    }

    private static double[] Adjusted(KpiSeries series, SeasonalIndex index, DateOnly first, DateOnly last)
    {
        var days = new List<double>();
        for (var day = first < series.Start ? series.Start : first; day <= last; day = day.AddDays(1))
        {
            if (series[day] is { } value && index.Adjust(value, Weekdays.Position(day)) is { } adjusted)
            {
                days.Add(adjusted);
            }
        }

        return [.. days];
    }

    private static int Present(ReadOnlySpan<double?> values)
    {
        var present = 0;
        foreach (var value in values)
        {
            present += value is null ? 0 : 1;
        }

        return present;
    }

    private static string Shortage(KpiSeries series, int recentPresent, int baselinePresent) => series.Days < NeedDays
        ? Invariant($"{series.Kpi.Name}: {Days(series.Days)} of history where {NeedDays} are needed for a drift.")
        : Invariant($"{series.Kpi.Name}: {recentPresent} of the last {RecentDays} days and {baselinePresent} of the {BaselineDays} baseline days have a figure; at least {LeastRecentDays} and {LeastBaselineDays} are needed for a drift.");

    private static string WeekdayReason(SeasonalIndex? index, bool used, DriftMeasure raw, MonitoringRules rules) =>
        index is null ? $"History is too short to know the weekday pattern, so it is still in the figure."
        : used ? $"Weekdays swing by {Percent(index.Spread)} of the mean and are taken out; with them it would read {Change(raw.Change ?? 0)}."
        : $"Weekdays swing by {Percent(index.Spread)} of the mean, not above {Limit(rules.Drift.SpreadLimit)}, and are left in.";
}
