using System.Globalization;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Standalone.Commands;
using Spectre.Console;
using static Optimizer.Domain.Words;

namespace Optimizer.Standalone.Monitoring;

/// <summary>A KPI's report as a person reads it in a terminal: class by week, the days that stand out, where it stands now.</summary>
internal static class MonitorPage
{
    // Half the width of the bar that draws a change, in characters; one stands for 10 %.
    private const int BarReach = 6;
    private const int LeastForDays = 20;

    public static void Write(IAnsiConsole console, MonitorReport report)
    {
        var series = report.Recording.Series;
        var missing = report.Recording.Missing > 0 ? $", {report.Recording.Missing} of them without a figure" : "";
        console.MarkupLineInterpolated(
            $"[bold]{series.Kpi.Name}[/] in {Path.GetFileName(report.File)}: {Count(series.Days)} days from {series.Start:yyyy-MM-dd} to {series.LastDay:yyyy-MM-dd}{missing}");
        console.WriteLine();
        Table(report).Write(console);
        console.WriteLine();
        WriteCounts(console, report);
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Now[/] ({report.Latest.Day:yyyy-MM-dd}): {Named(report.Latest)}");
        Bullets.Write(console, report.Latest.Reasons.Concat(report.Drift.Reasons));
    }

    private static FittedTable Table(MonitorReport report)
    {
        var table = new FittedTable(
            [("week to", Justify.Left), ("class", Justify.Left), ("2 weeks against 4", Justify.Right), ("", Justify.Left), ("days that stand out", Justify.Left)],
            LeastForDays);
        var marked = report.Marked.ToLookup(day => WeekEnd(day.Day));
        var ends = report.Weeks.Select(week => week.Day).ToHashSet();
        foreach (var week in report.Weeks)
        {
            table.Add([$"{week.Day:yyyy-MM-dd}", Class(week), Markup.Escape(week.Change is null ? "" : Change(week.Change)), Bar(week.Change), Days(marked[week.Day])]);
        }

        // Days after the last whole week have no row of their own.
        var rest = report.Marked.Where(day => !ends.Contains(WeekEnd(day.Day))).ToList();
        if (rest.Count > 0)
        {
            table.Add(["since then", "", "", "", Days(rest)]);
        }

        return table;
    }

    private static string Days(IEnumerable<DayReading> days) => string.Join(", ", days.Select(day =>
    {
        var name = $"{day.Day.ToString("ddd dd", CultureInfo.InvariantCulture)}";
        var parts = new List<string>();
        if (day.Flag != DaySide.None)
        {
            var against = day.Value is { } value && day.Expected is { } expected and > 0 ? $" {Change(value / expected - 1)}" : "";
            parts.Add($"{(day.Flag == DaySide.High ? "high" : "low")}{against}{(day.IsSevere ? " severe" : "")}");
        }

        if (day.Shift is { } shift)
        {
            parts.Add($"slow shift {CalcText(shift)}");
        }

        var colour = day.Movement switch { KpiMovement.Bad => "red", KpiMovement.Good => "green", _ => "yellow" };
        return $"[{colour}]{Markup.Escape($"{name} {string.Join(", ", parts)}")}[/]";
    }));

    private static string CalcText(Statistics.Series.CusumDirection shift) =>
        shift == Statistics.Series.CusumDirection.Up ? "up" : "down";

    private static string Class(Reading reading)
    {
        var colour = reading.Level switch
        {
            ReadingLevel.Anomaly => reading.Movement == KpiMovement.Good ? "bold green" : reading.Movement == KpiMovement.Bad ? "bold red" : "bold yellow",
            ReadingLevel.Watch => "yellow",
            ReadingLevel.None => "default",
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Level, "unknown level"),
        };
        return $"[{colour}]{Markup.Escape(Named(reading))}[/]";
    }

    private static string Named(Reading reading) => reading.Class switch
    {
        KpiClass.Plateau => reading.IsConfirmedPlateau ? "plateau" : "plateau (flat, within noise)",
        KpiClass.InsufficientData => "not enough days",
        _ => JsonValues.Name(reading.Class).Replace('_', ' '),
    };

    private static string Bar(double? change)
    {
        if (change is not { } value)
        {
            return "";
        }

        var length = (int)Math.Round(Math.Min(BarReach, Math.Abs(value) * 10));
        var bar = new string('█', length);
        return value < 0 ? bar.PadLeft(BarReach) + "│" + new string(' ', BarReach) : new string(' ', BarReach) + "│" + bar.PadRight(BarReach);
    }

    private static void WriteCounts(IAnsiConsole console, MonitorReport report)
    {
        var counts = report.Weeks.Where(week => week.Class != KpiClass.InsufficientData)
            .GroupBy(week => week.Class).OrderByDescending(group => group.Count())
            .Select(group => $"{JsonValues.Name(group.Key).Replace('_', ' ')} {group.Count()}");
        var flagged = report.Days.Count(day => day.Flag != DaySide.None);
        var judged = report.Days.Count(day => day.Method != DayMethod.NotJudged);
        console.MarkupLineInterpolated($"[bold]Weeks[/]: {string.Join(", ", counts)}");
        console.MarkupLineInterpolated(
            $"[bold]Days[/]: {Count(flagged)} of {Count(judged)} judged stand out ({report.Days.Count(day => day.IsSevere)} severe), {report.Days.Count(day => day.Shift is not null)} slow shifts");
    }

    private static DateOnly WeekEnd(DateOnly day) => day.AddDays((7 - (int)day.DayOfWeek) % 7);
}
