using System.Globalization;
using Optimizer.Standalone.Commands;
using Optimizer.Workflows.Instances;
using Spectre.Console;

namespace Optimizer.Standalone.Engine;

/// <summary>How an engine is doing, or how its file was left.</summary>
internal static class HealthPage
{
    public static void Write(IAnsiConsole console, EngineReport report, DateTimeOffset now)
    {
        var head = report.Health switch
        {
            null => "[yellow]not running[/]",
            { IsHealthy: true } => "[green]running, healthy[/]",
            _ => "[bold red]running, not healthy[/]",
        };
        console.MarkupLine($"[bold]Engine[/] of {Plain.Markup(report.File)}: {head}");
        var grid = new Grid();
        grid.AddColumn(new GridColumn { NoWrap = true, Padding = new(2, 0, 2, 0) });
        grid.AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) });
        foreach (var (title, text) in report.Health is { } health ? Running(health, now) : Stopped(report, now))
        {
            grid.AddRow($"[dim]{title}[/]", Plain.Markup(text));
        }

        console.Write(grid);
    }

    private static IEnumerable<(string Title, string Text)> Running(Embedded.EngineHealth health, DateTimeOffset now)
    {
        if (health.StoreProblem is { } problem)
        {
            yield return ("disk", $"{problem}; nothing is recorded until it can be written again");
        }

        var old = health.At - health.HeartbeatAt;
        yield return ("heartbeat", $"{Times.Gap(old)} before it was asked{(old >= TimeSpan.FromSeconds(15) ? ": the writer or the process stands still" : "")}");
        yield return ("opened", Times.At(health.OpenedAt, now));
        yield return ("instances", $"{Count(health.Live)} not finished, {Count(health.Cached)} of them held in memory, {Count(health.Parked)} parked");
        yield return ("turns", $"{Count(health.TurnsQueued)} wait for a place");
        yield return ("activities", $"{Count(health.ActivitiesRunning)} run, {Count(health.ActivitiesQueued)} wait for a place");
        yield return ("writer", health.ChangesQueued == 1 ? "1 change waits" : $"{Count(health.ChangesQueued)} changes wait");
        yield return ("timers", $"{Count(health.Timers)} pending{(health.NextDue is { } due ? $", next {Times.At(due, now)}" : "")}");
    }

    private static IEnumerable<(string Title, string Text)> Stopped(EngineReport report, DateTimeOffset now)
    {
        yield return ("last run", report.LastHolder is { } holder
            ? $"process {holder.Pid} since {Times.At(holder.StartedAt)} died without stopping; it last lived {Times.At(holder.BeatAt, now)}. Nothing is lost: the next start goes on from there"
            : "stopped in order");
        var total = report.Counts.Values.Sum();
        var states = string.Join(", ", report.Counts.Select(state => $"{Count(state.Value)} {JsonValues.Name(state.Key)}"));
        yield return ("instances", total == 0 ? "none" : $"{Count(total)}: {states}");
        if (report.Counts.GetValueOrDefault(RunState.Parked) > 0)
        {
            yield return ("parked", "see why with: optimizer engine list --state parked");
        }

        var overdue = report.Timers.Count(due => due <= now);
        yield return ("timers", report.Timers.Count == 0 ? "none pending"
            : $"{Count(report.Timers.Count)} pending, {Count(overdue)} overdue, first {Times.At(report.Timers[0], now)}");
    }

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
