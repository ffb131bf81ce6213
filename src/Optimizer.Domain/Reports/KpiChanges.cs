using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Statistics.Distributions;

namespace Optimizer.Domain.Reports;

/// <summary>
/// The week's mean day against the mean day of the four weeks before, from the readings in the trail. The interval takes the
/// days as independent around their weekday's mean: change +- t * s * sqrt(1/n + 1/m) / before, s being the standard
/// deviation of the days before around their weekday's mean, t of that many degrees of freedom.
/// </summary>
internal static class KpiChanges
{
    private const int Week = 7;
    private const int BeforeDays = 28;

    // With fewer days the two means speak of different weekdays.
    private const int LeastDays = 5;
    private const int LeastBefore = 14;
    private const double Upper = 0.975;

    public static KpiChange Of(PlayKpi kpi, ReportWeek week, IReadOnlyList<AuditRecord> records)
    {
        var change = new KpiChange
        {
            Kpi = kpi.Key,
            Unit = kpi.Unit,
            Direction = kpi.Direction,
            IsTracked = kpi.Measure.IsTracked,
            Goal = Goals.Text(kpi),
        };
        var days = DailyFigures.Of(kpi.Key, records);
        var now = Between(days, week.Last.AddDays(1 - Week), week.Last);
        var before = Between(days, week.Last.AddDays(1 - Week - BeforeDays), week.Last.AddDays(-Week));
        change = now.Count >= LeastDays && before.Count >= LeastBefore ? OfDays(change, now, before) : OfReading(change, records) ?? change;
        return change with { Days = now.Count, DaysBefore = before.Count, GoalGap = Goals.Gap(kpi, change.After) };
    }

    private static List<KeyValuePair<DateOnly, double>> Between(SortedDictionary<DateOnly, double> days, DateOnly first, DateOnly last) =>
        [.. days.Where(day => day.Key >= first && day.Key <= last)];

    private static KpiChange OfDays(KpiChange change, List<KeyValuePair<DateOnly, double>> now, List<KeyValuePair<DateOnly, double>> before)
    {
        var (after, mean) = (now.Average(day => day.Value), before.Average(day => day.Value));
        var known = change with { Before = mean, After = after };
        if (mean == 0)
        {
            return known;
        }

        var ratio = (after - mean) / Math.Abs(mean);
        var weekdays = before.GroupBy(day => day.Key.DayOfWeek).ToList();
        var free = before.Count - weekdays.Count;
        var squares = weekdays.Sum(group => group.Sum(day => Math.Pow(day.Value - group.Average(other => other.Value), 2)));
        var half = new StudentT(free).Quantile(Upper) * Math.Sqrt(squares / free) * Math.Sqrt(1.0 / now.Count + 1.0 / before.Count) / Math.Abs(mean);
        return known with { Change = ratio, Lowest = ratio - half, Highest = ratio + half };
    }

    // A trail whose readings keep no figures still knows the windows that the reading compared.
    private static KpiChange? OfReading(KpiChange change, IReadOnlyList<AuditRecord> records) => records
        .Select(record => record.Entry.Event).OfType<KpiRead>()
        .LastOrDefault(read => read.Kpi == change.Kpi && read.Recent is not null) is { } last
        ? change with
        {
            After = last.Recent,
            Before = last.Change is { } ratio && ratio > -1 ? last.Recent / (1 + ratio) : null,
            Change = last.Change,
            IsOfReading = true,
        }
        : null;
}
