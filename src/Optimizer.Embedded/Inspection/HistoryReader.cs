using Optimizer.Embedded.History;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>What happened to an instance, told in order.</summary>
internal static class HistoryReader
{
    /// <summary>Reads what is told of an instance; null when there is none of this id. Quick: telling is left to the asker's thread.</summary>
    public static Stored? Read(IEngineStore store, string id) =>
        store.Find(id) is { } row ? new(row, StatusReader.Of(store, row), store.Records(row.Key)) : null;

    /// <summary>Tells it.</summary>
    /// <exception cref="System.Text.Json.JsonException">A record cannot be read.</exception>
    public static InstanceHistory? Tell(Stored? stored) =>
        stored is null ? null : new(stored.Status, [.. Entries(stored.Row, stored.Records)]);

    private static IEnumerable<HistoryEntry> Entries(InstanceRow row, IReadOnlyList<RecordRow> records)
    {
        var story = Story.Of(records);
        yield return new() { At = Time(story.Turns is [var first, ..] ? first.At : row.CreatedAt), Turn = 0, Kind = HistoryKind.Started, Name = row.Workflow, Payload = row.Input };
        var steps = new Dictionary<int, Command>();
        foreach (var (index, turn) in story.Turns.Index())
        {
            var (at, number) = (Time(turn.At), index + 1);
            yield return new() { At = at, Turn = number, Kind = HistoryKind.Turn };
            foreach (var message in turn.Told)
            {
                yield return Told(message, steps) with { At = at, Turn = number };
            }

            foreach (var command in turn.Asked)
            {
                steps[command.Step] = command;
                yield return Asked(command) with { At = at, Turn = number };
            }

            if (turn.Status is { } status)
            {
                yield return new() { At = at, Turn = number, Kind = HistoryKind.StatusSet, Payload = status };
            }

            if (turn.End is { } end)
            {
                yield return Ended(end) with { At = at, Turn = number };
            }
        }

        foreach (var begun in records.Where(record => record.Kind == RecordKind.Begun))
        {
            var step = BegunJson.Read(begun.Body);
            if (story.OpenActivities.Any(call => call.Step == step))
            {
                yield return new() { At = Time(begun.At), Turn = 0, Kind = HistoryKind.ActivityBegun, Step = step, Name = Name(steps, step) };
            }
        }

        foreach (var message in story.Untaken)
        {
            var at = records.First(record => record.Sequence == message.Sequence).At;
            yield return Told(message, steps) with { At = Time(at), Turn = 0, Kind = HistoryKind.Kept };
        }
    }

    private static HistoryEntry Told(Message message, Dictionary<int, Command> steps) => message switch
    {
        Message.ActivityCompleted completed => Answer(HistoryKind.ActivityCompleted, completed.Step, steps) with { Payload = completed.Output },
        Message.ActivityFailed failed => Answer(HistoryKind.ActivityFailed, failed.Step, steps) with { Failure = failed.Failure },
        Message.ChildCompleted completed => Answer(HistoryKind.ChildCompleted, completed.Step, steps) with { Payload = completed.Output },
        Message.ChildFailed failed => Answer(HistoryKind.ChildFailed, failed.Step, steps) with { Failure = failed.Failure },
        Message.TimerFired fired => Answer(HistoryKind.TimerFired, fired.Step, steps) with { Due = Time(fired.Due) },
        Message.Signalled signal => Entry(HistoryKind.SignalDelivered) with { Name = signal.Name, Payload = signal.Payload },
        _ => throw new InvalidOperationException($"unknown message {message.GetType().Name}"),
    };

    private static HistoryEntry Asked(Command command) => command switch
    {
        Command.CallActivity call => Entry(HistoryKind.ActivityScheduled) with
        {
            Step = call.Step,
            Name = call.Name,
            Attempt = call.Attempt,
            Payload = call.Input,
        },
        Command.RunChild child => Entry(HistoryKind.ChildStarted) with
        {
            Step = child.Step,
            Name = child.Name,
            ChildId = child.ChildId,
            Attempt = child.Attempt,
            Payload = child.Input,
        },
        Command.SetTimer timer => Entry(HistoryKind.TimerSet) with { Step = timer.Step, Due = Time(timer.DueAt) },
        Command.WaitForSignal wait => Entry(HistoryKind.WaitBegun) with
        {
            Step = wait.Step,
            Name = wait.Name,
            Due = wait.DueAt is { } due ? Time(due) : null,
        },
        _ => throw new InvalidOperationException($"unknown command {command.GetType().Name}"),
    };

    private static HistoryEntry Ended(Ending end) => end switch
    {
        Ending.Completed completed => Entry(HistoryKind.Completed) with { Payload = completed.Output },
        Ending.Failed failed => Entry(HistoryKind.Failed) with { Failure = failed.Failure },
        Ending.Continued continued => Entry(HistoryKind.ContinuedAsNew) with { Payload = continued.Input },
        _ => throw new InvalidOperationException($"unknown ending {end.GetType().Name}"),
    };

    private static HistoryEntry Answer(HistoryKind kind, int step, Dictionary<int, Command> steps) =>
        Entry(kind) with
        {
            Step = step,
            Name = Name(steps, step),
            Attempt = (steps.GetValueOrDefault(step) as Command.CallActivity)?.Attempt,
            ChildId = (steps.GetValueOrDefault(step) as Command.RunChild)?.ChildId,
        };

    private static string? Name(Dictionary<int, Command> steps, int step) => steps.GetValueOrDefault(step) switch
    {
        Command.CallActivity call => call.Name,
        Command.RunChild child => child.Name,
        Command.WaitForSignal wait => wait.Name,
        _ => null,
    };

    /// <summary>What is stored of an instance.</summary>
    internal sealed record Stored(InstanceRow Row, InstanceStatus Status, IReadOnlyList<RecordRow> Records);

    private static HistoryEntry Entry(HistoryKind kind) => new() { At = default, Turn = 0, Kind = kind };

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
