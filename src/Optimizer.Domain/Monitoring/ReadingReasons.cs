using Optimizer.Domain.Kpis;
using static System.FormattableString;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Monitoring;

/// <summary>Says a <see cref="Reading"/> in words that whoever runs the play can check against a chart.</summary>
internal static class ReadingReasons
{
    public static IReadOnlyList<string> Changed(Kpi kpi, Reading reading, WindowComparison windows, MonitoringRules rules, bool unconfirmed, bool escalated)
    {
        var reasons = new List<string> { Means(kpi, windows, rules), Band(reading, rules, unconfirmed) };
        if (escalated)
        {
            reasons.Add(Invariant($"It stood on this side of normal at {rules.WatchEscalateAfter} weekly looks in a row, so it now asks for action."));
        }

        if (reading.Interval is { } interval)
        {
            reasons.Add($"Single days vary by {Percent(interval.DayNoise)} around their weekday's level, so the change lies between {Change(interval.Low)} and {Change(interval.High)} (90 % interval).");
        }

        if (reading.MissingDays > 0)
        {
            reasons.Add($"{Days(reading.MissingDays)} of the two windows {(reading.MissingDays == 1 ? "has" : "have")} no figure and {(reading.MissingDays == 1 ? "is" : "are")} left out of the means.");
        }

        return reasons;
    }

    public static string Insufficient(Kpi kpi, WindowComparison windows, MonitoringRules rules) => windows.SpanDays < rules.NeedDays
        ? Invariant($"{kpi.Name}: {Days(Math.Max(0, windows.SpanDays))} of history where {rules.NeedDays} are needed; {rules.NeedDays - windows.SpanDays} missing.")
        : Invariant($"{kpi.Name}: {MonitoringRules.RecentDays - windows.RecentPresent} of the last {MonitoringRules.RecentDays} days and {MonitoringRules.BaselineDays - windows.BaselinePresent} of the {MonitoringRules.BaselineDays} baseline days have no figure; at most {MonitoringRules.RecentDays - MonitoringRules.LeastRecentDays} and {MonitoringRules.BaselineDays - MonitoringRules.LeastBaselineDays} may be missing.");

    public static string ZeroBaseline(Kpi kpi, WindowComparison windows) => windows.RecentMean > 0
        ? $"{kpi.Name}: the last {MonitoringRules.RecentDays} days average {Amount(windows.RecentMean)} after a baseline of zeros, so no ratio exists."
        : $"{kpi.Name}: nothing but zeros in both windows; check that it is still being recorded.";

    private static string Band(Reading reading, MonitoringRules rules, bool unconfirmed)
    {
        var bands = rules.Bands;
        return reading.Class switch
        {
            KpiClass.Decline when unconfirmed => $"More than {Limit(bands.Drop)} down, but {rules.DropConfirmPeriods} weekly looks in a row must show it before it counts as a drop{Side(reading)}.",
            KpiClass.Drop => $"More than {Limit(bands.Drop)} down: a drop{Side(reading)}.",
            KpiClass.Spike => $"More than {Limit(bands.Spike)} up: a spike{Side(reading)}.",
            KpiClass.Growth => $"Between {Limit(bands.Normal)} and {Limit(bands.Spike)} up: growth{Side(reading)}.",
            KpiClass.Decline => $"Between {Limit(bands.Normal)} and {Limit(bands.Drop)} down: a decline{Side(reading)}.",
            KpiClass.Normal => $"Within {Limit(bands.Normal)} either way: normal.",
            KpiClass.Plateau when reading.IsConfirmedPlateau => $"Within {Limit(bands.Plateau)} at {rules.PlateauWeeks} weekly looks in a row ({Weekly(reading)}): a plateau, confirmed beyond the noise of the days.",
            KpiClass.Plateau => $"Within {Limit(bands.Plateau)} at {rules.PlateauWeeks} weekly looks in a row ({Weekly(reading)}): flat, within noise.",
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Class, "has no band"),
        };
    }

    private static string Means(Kpi kpi, WindowComparison windows, MonitoringRules rules)
    {
        var unit = kpi.Unit.Length > 0 ? " " + kpi.Unit : "";
        var baseline = rules.Baseline == BaselineWindow.ExcludingRecent ? $"the {MonitoringRules.BaselineDays} days before" : $"the last {MonitoringRules.BaselineDays} days";
        return $"{kpi.Name}: the last {MonitoringRules.RecentDays} days average {Amount(windows.RecentMean)}{unit} a day, {baseline} {Amount(windows.BaselineMean)}{unit}: {Change(windows.Change ?? 0)}.";
    }

    private static string Weekly(Reading reading) =>
        string.Join(", ", reading.WeeklyChanges.Select(change => change is { } known ? Change(known) : "no ratio"));

    private static string Side(Reading reading) => reading.Movement switch
    {
        KpiMovement.Good => ", on the welcome side",
        KpiMovement.Bad => ", on the bad side",
        KpiMovement.None => "",
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Movement, "unknown movement"),
    };
}
