using Optimizer.Domain.Kpis;
using Optimizer.Statistics.Series;
using static System.FormattableString;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Monitoring;

/// <summary>
/// Finds a single bad day the day after, and a slow shift within weeks. Each day is compared with the last four to eight
/// whole weeks before it: weekday index, then the distance from the median in robust standard deviations (Iglewicz and
/// Hoaglin 1993), then a cumulative sum of those distances (Page 1954). Small counts are judged by their exact Poisson tail.
/// Missing days are skipped and keep their weekday.
/// </summary>
public static class DailyDetector
{
    private const double FloorShare = 0.02;
    private const int LeastWeeks = 4;
    private const int MostWeeks = 8;

    /// <summary>Days a series must span before its last day can be judged.</summary>
    public const int NeedDays = (LeastWeeks * Weekdays.Count) + 1;

    /// <summary>Every day of <paramref name="series"/>, oldest first, each judged by the days before it. Linear in the days.</summary>
    public static IReadOnlyList<DayReading> Scan(KpiSeries series, MonitoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(rules);
        var readings = new List<DayReading>(series.Days);
        var watch = new ShiftWatch(rules.Detector);
        for (var day = series.Start; day <= series.LastDay; day = day.AddDays(1))
        {
            var reading = Judge(series, day, rules.Detector);
            var shift = reading.Score is { } score ? watch.Add(day, score) : null;
            reading = AfterYesterday(reading, readings.Count > 0 ? readings[^1] : null);
            readings.Add(shift is { } direction ? Shifted(reading, direction, series.Kpi, watch.Limit) : reading);
        }

        return readings;
    }

    /// <summary>The last day of <paramref name="series"/>, which is taken as complete, without the slow shift.</summary>
    public static DayReading Score(KpiSeries series, MonitoringRules rules)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(rules);
        var today = Judge(series, series.LastDay, rules.Detector);
        return today.Flag == DaySide.None ? today : AfterYesterday(today, Judge(series, series.LastDay.AddDays(-1), rules.Detector));
    }

    private static DayReading Judge(KpiSeries series, DateOnly day, DetectorRules rules)
    {
        if (series[day] is not { } value)
        {
            return new() { Day = day, Method = DayMethod.NotJudged, Reasons = [$"{series.Kpi.Name} {day:yyyy-MM-dd}: no figure."] };
        }

        var weeks = Math.Min(MostWeeks, (day.DayNumber - series.Start.DayNumber) / Weekdays.Count);
        var first = day.AddDays(-weeks * Weekdays.Count);
        var history = series.Between(first, day.AddDays(-1));
        var present = DayHistory.Present(history);
        if (weeks < LeastWeeks || present < DayHistory.LeastPerWeek * weeks)
        {
            return new()
            {
                Day = day,
                Value = value,
                Method = DayMethod.NotJudged,
                Reasons =
                [
                    weeks < LeastWeeks
                        ? Invariant($"{series.Kpi.Name} {day:yyyy-MM-dd}: {Days(day.DayNumber - series.Start.DayNumber)} of history where {NeedDays - 1} are needed.")
                        : Invariant($"{series.Kpi.Name} {day:yyyy-MM-dd}: {history.Length - present} of the {history.Length} days before have no figure; at most {history.Length - (DayHistory.LeastPerWeek * weeks)} may be missing."),
                ],
            };
        }

        return series.Kpi.Kind == KpiKind.Count && CountHistory.Of(history, first, rules.SmallCount) is { } counts && double.IsInteger(value)
            ? JudgeCount(series.Kpi, day, value, counts, rules)
            : JudgeScore(series.Kpi, day, value, DayHistory.Of(history, first, FloorShare), rules);
    }

    private static DayReading JudgeCount(Kpi kpi, DateOnly day, double value, CountHistory history, DetectorRules rules)
    {
        var expected = history.Expected(Weekdays.Position(day));
        var high = value > expected;
        var tail = high
            ? PoissonTail.AtLeast((long)value, expected, history.Dispersion)
            : PoissonTail.AtMost((long)value, expected, history.Dispersion);
        var flag = tail >= rules.FlagTail ? DaySide.None : high ? DaySide.High : DaySide.Low;
        return new()
        {
            Day = day,
            Expected = expected,
            Flag = flag,
            IsExtreme = tail < rules.SevereTail,
            Method = DayMethod.PoissonTail,
            Movement = Movement(kpi, flag),
            Reasons = [Invariant($"{kpi.Name} {day:yyyy-MM-dd}: {Amount(value)} where about {Amount(expected)} are usual; chance gives this or {(high ? "more" : "fewer")} on {tail:0.####%} of such days, flagged below {rules.FlagTail:0.####%}.")],
            Score = CountHistory.Score(value, expected, history.Dispersion),
            Tail = tail,
            Value = value,
        };
    }

    private static DayReading JudgeScore(Kpi kpi, DateOnly day, double value, DayHistory history, DetectorRules rules)
    {
        var position = Weekdays.Position(day);
        var adjusted = history.Index.Adjust(value, position);
        var score = adjusted is { } known ? history.Scale.Score(known) : null;
        var expected = history.Scale.Median * history.Index.Factors[position];
        var unheardOf = score is null && value > expected;
        var flag = unheardOf || score > rules.Flag ? DaySide.High : score < -rules.Flag ? DaySide.Low : DaySide.None;
        return new()
        {
            Adjusted = adjusted,
            Day = day,
            Expected = expected,
            Flag = flag,
            Index = history.Index,
            IsExtreme = score is { } distance && Math.Abs(distance) > rules.Severe,
            Median = history.Scale.Median,
            Method = DayMethod.RobustScore,
            Movement = Movement(kpi, flag),
            Reasons =
            [
                score is { } z
                    ? Invariant($"{kpi.Name} {day:yyyy-MM-dd}: {Amount(value)} where about {Amount(expected)} is usual for a {day.DayOfWeek}; {z:+0.0;-0.0;0.0} standard deviations, flagged beyond {rules.Flag:0.0#}.")
                    : Invariant($"{kpi.Name} {day:yyyy-MM-dd}: {Amount(value)} on a day that is usually 0."),
            ],
            Scale = history.Scale.Scale,
            Score = score,
            Value = value,
        };
    }

    private static DayReading AfterYesterday(DayReading today, DayReading? yesterday)
    {
        var second = today.Flag != DaySide.None && yesterday?.Flag == today.Flag;
        return second && !today.IsExtreme
            ? today with { IsSevere = true, Reasons = [.. today.Reasons, "The day before was flagged on the same side: severe."] }
            : today.IsExtreme
            ? today with { IsSevere = true, Reasons = [.. today.Reasons, "Beyond the severe limit."] }
            : today;
    }

    private static DayReading Shifted(DayReading reading, CusumDirection direction, Kpi kpi, double limit) => reading with
    {
        Movement = reading.Movement != KpiMovement.None ? reading.Movement : kpi.Judge(direction == CusumDirection.Up ? 1 : -1),
        Reasons = [.. reading.Reasons, Invariant($"The days before add up to a slow shift {(direction == CusumDirection.Up ? "up" : "down")}: the sum of their distances passed {limit:0.#}.")],
        Shift = direction,
    };

    private static KpiMovement Movement(Kpi kpi, DaySide flag) => flag switch
    {
        DaySide.None => KpiMovement.None,
        DaySide.High => kpi.Judge(1),
        DaySide.Low => kpi.Judge(-1),
        _ => throw new ArgumentOutOfRangeException(nameof(flag), flag, "unknown flag"),
    };
}
