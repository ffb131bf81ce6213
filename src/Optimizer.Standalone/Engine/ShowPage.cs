using System.Globalization;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using Spectre.Console;

namespace Optimizer.Standalone.Engine;

/// <summary>One instance as a person reads it in a terminal: where it stands, why, what it waits for, what it holds.</summary>
/// <param name="Console">Where to.</param>
/// <param name="Now">What "ago" is counted from.</param>
/// <param name="Full">Whether payloads are shown whole, and failures with where they were thrown.</param>
internal sealed record ShowPage(IAnsiConsole Console, DateTimeOffset Now, bool Full)
{
    private const int MostLines = 20;
    private const int MostAwaited = 10;
    private const int MostChildren = 20;

    public void Write(InstanceReport report)
    {
        var status = report.Status;
        Console.MarkupLine($"[bold]{Plain.Markup(status.InstanceId)}[/]");
        Field("workflow", Plain.Markup(ListPage.WorkflowName(status)));
        Field("state", StateColours.Markup(status.State) + (status.State.IsFinished() ? $" {Times.At(status.UpdatedAt, Now)}" : ""));
        if (status.Reason is { } reason)
        {
            Field("reason", Plain.Markup(reason));
        }

        Field("created", Times.At(status.CreatedAt, Now));
        Field("last step", Times.At(status.UpdatedAt, Now));
        Field("generation", status.Generation.ToString(CultureInfo.InvariantCulture));
        if (status.ParentId is { } parent)
        {
            Field("parent", Plain.Markup(parent));
        }

        if (status.Tags.Count > 0)
        {
            Field("tags", Plain.Markup(string.Join(", ", status.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))));
        }

        WriteFailure(status);
        WriteAwaited(report);
        WriteChildren(report.Children);
        WritePayload("input", status.Input);
        WritePayload("status", status.Status);
        WritePayload("output", status.Output);
    }

    private void WriteFailure(InstanceStatus status)
    {
        if (status.Failure is not { } failure)
        {
            return;
        }

        Heading(status.State == RunState.Parked ? "parked because" : "failure");
        WriteLines(FailureText.Lines(failure, Full), "red");
        if (!Full && failure.Stack is not null)
        {
            Console.MarkupLine("    [dim]where it was thrown: --full[/]");
        }
    }

    private void WriteAwaited(InstanceReport report)
    {
        if (report.Unreadable is { } damaged)
        {
            Heading("history");
            WriteLines(Plain.Lines($"cannot be read: {damaged}"), "red");
        }

        if (report.Awaited.Count > 0)
        {
            Heading("waits for");
            WriteSome([.. report.Awaited.Select(step => Plain.Markup(AwaitedText.Long(step, Now)))], MostAwaited);
        }

        if (report.Kept.Count > 0)
        {
            Heading("kept for its next step");
            WriteSome([.. report.Kept.Select(entry => Plain.Markup(HistoryText.Kept(entry, Now)))], MostAwaited);
        }
    }

    private void WriteChildren(IReadOnlyList<InstanceStatus> children)
    {
        if (children.Count > 0)
        {
            Heading("children");
            WriteSome(
                [.. children.Select(child => $"{Plain.Markup(child.InstanceId)} ({Plain.Markup(ListPage.WorkflowName(child))}) {StateColours.Markup(child.State)}, last step {Times.Relative(child.UpdatedAt, Now)}")],
                MostChildren);
        }
    }

    private void WritePayload(string title, Payload? payload)
    {
        if (payload is { } some)
        {
            Heading(title);
            WriteLines(PayloadText.Lines(some), "default");
        }
    }

    private void WriteSome(IReadOnlyList<string> markup, int most)
    {
        var shown = Full ? markup.Count : Math.Min(most, markup.Count);
        foreach (var line in markup.Take(shown))
        {
            Indented(line);
        }

        if (shown < markup.Count)
        {
            Indented($"[dim]and {markup.Count - shown:#,0} more: --full[/]");
        }
    }

    private void WriteLines(IEnumerable<string> lines, string colour)
    {
        var count = 0;
        foreach (var line in lines)
        {
            if (++count > MostLines && !Full)
            {
                continue;
            }

            if (Full)
            {
                // Not through the console, which would break long lines: they can then be searched and copied.
                Console.Profile.Out.Writer.WriteLine($"    {line}");
            }
            else
            {
                Indented($"[{colour}]{Markup.Escape(Plain.Cut(line, 4 * Math.Max(20, Console.Profile.Width)))}[/]");
            }
        }

        if (count > MostLines && !Full)
        {
            Indented(string.Create(CultureInfo.InvariantCulture, $"[dim]… {count - MostLines:#,0} more lines: --full[/]"));
        }
    }

    private void Indented(string markup) => Console.Write(new Padder(new Markup(markup), new Padding(4, 0, 0, 0)));

    private void Heading(string title) => Console.MarkupLine($"  [bold]{title}[/]");

    private void Field(string title, string markup) =>
        Console.Write(new Grid { Expand = false }
            .AddColumn(new GridColumn { NoWrap = true, Width = 12, Padding = new(2, 0, 1, 0) })
            .AddColumn(new GridColumn { Padding = new(0, 0, 0, 0) })
            .AddRow($"[dim]{title}[/]", markup));
}
