using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>What an instance waits for, as its history tells it: the steps without an end.</summary>
public static class AwaitedSteps
{
    /// <summary>The open steps in their order; none for an instance that has finished.</summary>
    public static IReadOnlyList<AwaitedStep> Of(InstanceHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Status.State.IsFinished())
        {
            return [];
        }

        var open = new SortedDictionary<int, AwaitedStep>();
        AwaitedStep? failed = null;
        foreach (var entry in history.Entries)
        {
            switch (entry.Kind)
            {
                case HistoryKind.Turn:
                    failed = null;
                    break;
                case HistoryKind.ActivityFailed:
                case HistoryKind.ChildFailed:
                    failed = entry.Step is { } step ? open.GetValueOrDefault(step) : null;
                    Close(open, entry);
                    break;
                case HistoryKind.ActivityCompleted:
                case HistoryKind.ChildCompleted:
                case HistoryKind.TimerFired:
                case HistoryKind.SignalDelivered:
                    Close(open, entry);
                    break;
                case HistoryKind.Completed:
                case HistoryKind.Failed:
                case HistoryKind.ContinuedAsNew:
                    open.Clear();
                    break;
                default:
                    Begin(open, entry, failed);
                    break;
            }
        }

        return [.. open.Values];
    }

    private static void Begin(SortedDictionary<int, AwaitedStep> open, HistoryEntry entry, AwaitedStep? failed)
    {
        if (entry.Step is not { } step)
        {
            return;
        }

        switch (entry.Kind)
        {
            case HistoryKind.ActivityScheduled:
                open[step] = new(AwaitedKind.Activity, step, entry.At) { Name = entry.Name, Attempt = entry.Attempt ?? 1 };
                break;
            case HistoryKind.ActivityBegun when open.TryGetValue(step, out var asked):
                open[step] = asked with { IsBegun = true };
                break;
            case HistoryKind.ChildStarted:
                open[step] = new(AwaitedKind.Child, step, entry.At) { Name = entry.Name, ChildId = entry.ChildId, Attempt = entry.Attempt ?? 1 };
                break;
            case HistoryKind.TimerSet:
                open[step] = new(AwaitedKind.Time, step, entry.At) { Name = failed?.Name, ChildId = failed?.ChildId, Attempt = failed?.Attempt, Due = entry.Due };
                break;
            case HistoryKind.WaitBegun:
                open[step] = new(AwaitedKind.Signal, step, entry.At) { Name = entry.Name, Due = entry.Due };
                break;
            default:
                // The others begin no step.
                break;
        }
    }

    // A signal names no step: of the waits for its name the newest takes it; without one it is kept and ends none.
    private static void Close(SortedDictionary<int, AwaitedStep> open, HistoryEntry entry)
    {
        var step = entry.Step ?? open.Values.LastOrDefault(wait =>
            entry.Kind == HistoryKind.SignalDelivered && wait.Kind == AwaitedKind.Signal
            && string.Equals(wait.Name, entry.Name, StringComparison.OrdinalIgnoreCase))?.Step;
        if (step is { } ended)
        {
            open.Remove(ended);
        }
    }
}
