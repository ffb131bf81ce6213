using System.Globalization;
using Optimizer.Embedded.Inspection;
using Optimizer.Standalone.Commands;
using Optimizer.Workflows.Instances;
using Spectre.Console;

namespace Optimizer.Standalone.Engine;

/// <summary>What happened to an instance, turn by turn, and what it waits for now.</summary>
/// <param name="Console">Where to.</param>
/// <param name="Now">What "ago" is counted from.</param>
/// <param name="Full">Whether payloads and failures are shown whole, and nothing is folded.</param>
/// <param name="LastTurns">How many turns to show, from the end; null for all.</param>
internal sealed record HistoryPage(IAnsiConsole Console, DateTimeOffset Now, bool Full, int? LastTurns)
{
    // So many lines alike in a row become the first few and a count.
    private const int FoldFrom = 8;
    private const int FoldShown = 3;
    private const int LeastPayload = 20;

    // A gap that somebody asks about.
    private static readonly TimeSpan LongGap = TimeSpan.FromMinutes(1);

    public void Write(InstanceHistory history)
    {
        var status = history.Status;
        var turns = history.Entries.Count(entry => entry.Kind == HistoryKind.Turn);
        Console.MarkupLine(
            $"[bold]{Plain.Markup(status.InstanceId)}[/]  {Plain.Markup(ListPage.WorkflowName(status))}  {StateColours.Markup(status.State)}  [dim]created {Times.At(status.CreatedAt, Now)}[/]");
        if (status.Generation > 1)
        {
            Console.MarkupLine($"[dim]generation {Count(status.Generation)}; the history of those before is not kept[/]");
        }

        Console.WriteLine();
        WriteTurns(history, turns - (LastTurns ?? turns));
        WriteNow(history);
    }

    private static string Count(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private void WriteTurns(InstanceHistory history, int skipped)
    {
        if (skipped > 0)
        {
            Console.MarkupLine($"[dim]… {Count(skipped)} turns before[/]");
        }

        var text = new HistoryText();
        var lines = new List<HistoryLine>();
        DateTimeOffset? before = null;
        var turns = 0;
        foreach (var entry in history.Entries)
        {
            if (entry.Kind is HistoryKind.Turn or HistoryKind.ActivityBegun)
            {
                // What began stands before the first turn, and is told in it.
                if (turns > 0)
                {
                    WriteLines(lines, turns > skipped);
                }

                turns += entry.Kind == HistoryKind.Turn ? 1 : 0;
                if (turns > skipped)
                {
                    WriteHead(entry, before, isFirst: turns == skipped + 1);
                }

                before = entry.At;
            }

            if (text.Next(entry) is { } line)
            {
                lines.Add(line);
            }
        }

        WriteLines(lines, turns > skipped || turns == 0);
    }

    private void WriteHead(HistoryEntry entry, DateTimeOffset? before, bool isFirst)
    {
        var head = entry.Kind == HistoryKind.Turn ? $"[bold]turn {Count(entry.Turn)}[/]" : "between";
        var gap = before is { } last ? entry.At - last : (TimeSpan?)null;
        var shown = gap is { } long_ ? $"  [{(long_ >= LongGap ? "yellow" : "dim")}]+{Times.Gap(long_)}[/]" : "";
        Console.MarkupLine($"{head}  {Times.Clock(entry.At, isFirst ? null : before)}{shown}");
    }

    private void WriteLines(List<HistoryLine> lines, bool isShown)
    {
        for (var at = 0; isShown && at < lines.Count;)
        {
            var alike = Full || lines[at].Fold is null ? 1 : lines.Skip(at).TakeWhile(line => line.Fold == lines[at].Fold).Count();
            var shown = alike >= FoldFrom ? FoldShown : alike;
            foreach (var line in lines.Skip(at).Take(shown))
            {
                WriteLine(line);
            }

            if (shown < alike)
            {
                Console.MarkupLine($"  [dim]{lines[at].Sign} … {Count(alike - shown)} more like these: --full[/]");
            }

            at += alike;
        }

        lines.Clear();
    }

    private void WriteLine(HistoryLine line)
    {
        var step = line.Step is { } number ? $"#{Count(number)} " : "";
        var note = line.Note.Length > 0 ? $"  {line.Note}" : "";
        var text = Plain.Text(line.Text);
        var room = Math.Max(LeastPayload, Console.Profile.Width - 4 - step.Length - text.Length - line.After.Length - note.Length);

        // Whole where it fits; where it does not, cut, or written out beneath when all is asked for.
        var payload = PayloadText.Short(line.Payload, room);
        var isBeneath = Full && line.Payload is { } whole && whole.Bytes > room;
        Console.MarkupLine(string.Concat(
            $"  [{line.Colour}]{line.Sign}[/] [dim]{step}[/]",
            $"[{line.Colour}]{Markup.Escape(Full ? text : Plain.Cut(text, 2 * Console.Profile.Width))}[/]",
            isBeneath ? "…" : Markup.Escape(payload),
            $"[{line.Colour}]{line.After}[/][dim]{Plain.Markup(note)}[/]"));
        foreach (var beneath in isBeneath ? PayloadText.Lines(line.Payload!.Value) : [])
        {
            // Not through the console, which would break long lines: they can then be searched and copied.
            Console.Profile.Out.Writer.WriteLine($"      {beneath}");
        }

        foreach (var beneath in Full && line.Failure is { } failure ? FailureText.Lines(failure, stacks: true) : [])
        {
            Console.MarkupLine($"      [red]{Markup.Escape(beneath)}[/]");
        }
    }

    private void WriteNow(InstanceHistory history)
    {
        var status = history.Status;
        Console.WriteLine();
        Console.MarkupLine($"[bold]now[/]: {Stands(status)}");
        var awaited = AwaitedSteps.Of(history);
        if (awaited.Count > 0)
        {
            Console.WriteLine("waits for:");
            var shown = Full ? awaited.Count : Math.Min(FoldFrom, awaited.Count);
            Bullets.Write(Console, [.. awaited.Take(shown).Select(step => Plain.Text($"#{step.Step} {AwaitedText.Long(step, Now)}"))]);
            if (shown < awaited.Count)
            {
                Console.MarkupLine($"  [dim]and {Count(awaited.Count - shown)} more: --full[/]");
            }
        }

        var kept = history.Entries.Where(entry => entry.Kind == HistoryKind.Kept).ToList();
        if (kept.Count > 0)
        {
            Console.WriteLine(status.State.IsFinished() ? "came too late, never taken:" : "kept for its next turn:");
            Bullets.Write(Console, [.. kept.Select(entry => Plain.Text(HistoryText.Kept(entry, Now)))]);
        }

        if (awaited.Count == 0 && kept.Count == 0 && status.State == RunState.Running)
        {
            Bullets.Write(Console, "waits for nothing from outside: a turn runs or is next");
        }
    }

    private string Stands(InstanceStatus status)
    {
        var when = Times.At(status.UpdatedAt, Now);
        var why = status.Failure is { } failure ? $": {FailureText.Short(failure)}" : status.Reason is { Length: > 0 } reason ? $": {reason}" : "";
        return StateColours.Markup(status.State) + Plain.Markup(status.State switch
        {
            RunState.Pending => ", no turn taken yet",
            RunState.Running => $", last step {when}",
            RunState.Suspended => $" by a person {when}{why}; what comes is kept until it is resumed",
            RunState.Parked => $" by the engine {when}{why}; nothing is lost, mend the cause and resume it",
            RunState.Completed or RunState.Failed => $" {when}{why}",
            RunState.Terminated => $" by a person {when}{why}",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status.State, "unknown state"),
        });
    }
}
