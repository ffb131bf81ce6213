using System.Globalization;
using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Commands;
using Optimizer.Workflows.Instances;
using Spectre.Console;

namespace Optimizer.Standalone.Engine;

/// <summary>Instances as a person reads them in a terminal, one a row.</summary>
internal static class ListPage
{
    // Cuts what a failure says; the page of the instance has it whole.
    private const int LongestWhy = 100;
    private const int LeastForWhy = 24;

    // On a narrower console the page of the instance says the rest.
    private const int Wide = 120;

    /// <param name="console">Where to.</param>
    /// <param name="page">What to show.</param>
    /// <param name="filtered">Whether the query left instances out.</param>
    /// <param name="now">What "ago" is counted from.</param>
    public static void Write(IAnsiConsole console, ListedPage page, bool filtered, DateTimeOffset now)
    {
        if (page.Instances.Count == 0)
        {
            console.WriteLine(filtered ? "No instance is as asked for." : "No instances yet.");
            return;
        }

        var isWide = console.Profile.Width >= Wide;
        var table = new FittedTable(
            [
                ("id", Justify.Left), ("workflow", Justify.Left), ("state", Justify.Left),
                .. isWide ? new[] { ("gen", Justify.Right), ("created", Justify.Left) } : [],
                ("last step", Justify.Left), ("waits for, or why", Justify.Left),
            ],
            LeastForWhy);
        foreach (var instance in page.Instances)
        {
            var status = instance.Status;
            table.Add([
                Plain.Markup(status.InstanceId),
                Plain.Markup(WorkflowName(status)),
                StateColours.Markup(status.State),
                .. isWide ? new[] { status.Generation.ToString(CultureInfo.InvariantCulture), Time(status.CreatedAt, now, "yyyy-MM-dd") } : [],
                Times.Roughly(status.UpdatedAt, now) + (isWide ? $"  [dim]{Time(status.UpdatedAt, now, "yyyy-MM-dd HH:mm'Z'")}[/]" : ""),
                Why(instance, now),
            ]);
        }

        table.Write(console);
        if (page.Next is { } next)
        {
            console.WriteLine();
            console.WriteLine($"More follow: add --after {Plain.Text(next)}");
        }
    }

    /// <summary>The workflow's name, with its version when it is not the first.</summary>
    public static string WorkflowName(InstanceStatus status) =>
        status.Version == 1 ? status.Workflow : string.Create(CultureInfo.InvariantCulture, $"{status.Workflow} v{status.Version}");

    private static string Why(ListedInstance instance, DateTimeOffset now)
    {
        var status = instance.Status;
        var why = status.Failure is { } failure && status.State is RunState.Parked or RunState.Failed ? FailureText.Short(status.Failure!)
            : status.State is RunState.Suspended or RunState.Terminated && status.Reason is { Length: > 0 } reason ? $"by a person: {reason}"
            : instance.Unreadable is { } damaged ? $"its history cannot be read: {damaged}"
            : status.State == RunState.Pending && instance.Awaited.Count == 0 ? "its start"
            : instance.Awaited.Count > 0 ? AwaitedText.Short(instance.Awaited, now)
            : "";
        var colour = status.State is RunState.Parked or RunState.Failed || instance.Unreadable is not null ? "red" : "default";
        return why.Length == 0 ? "" : $"[{colour}]{Spectre.Console.Markup.Escape(Plain.Cut(Plain.Text(why), LongestWhy))}[/]";
    }

    // The day only where it is another than today.
    private static string Time(DateTimeOffset time, DateTimeOffset now, string otherDay) => time.UtcDateTime.ToString(
        time.UtcDateTime.Date == now.UtcDateTime.Date ? "HH:mm:ss'Z'" : otherDay, CultureInfo.InvariantCulture);
}
