using Optimizer.Embedded.Inspection;

namespace Optimizer.Crash.Worker.Kills;

/// <summary>What no history may show, whatever died.</summary>
public static class HistoryCheck
{
    /// <summary>
    /// Outputs, failures, timers and signals that are recorded more often than they can have come; of each signal every
    /// payload was sent once.
    /// </summary>
    public static IReadOnlyList<string> Doubles(InstanceHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var entries = history.Entries;
        return
        [
            .. Twice(entries, HistoryKind.ActivityScheduled, entry => (entry.Step, entry.Attempt)),
            .. Twice(entries, HistoryKind.ActivityCompleted, entry => entry.Step),
            .. Twice(entries, HistoryKind.ActivityFailed, entry => (entry.Step, entry.Attempt)),
            .. Twice(entries, HistoryKind.ChildStarted, entry => (entry.Step, entry.Attempt)),
            .. Twice(entries, HistoryKind.ChildCompleted, entry => entry.Step),
            .. Twice(entries, HistoryKind.ChildFailed, entry => (entry.Step, entry.Attempt)),
            .. Twice(entries, HistoryKind.SignalDelivered, entry => (entry.Name, entry.Payload)),
            .. Twice(entries, HistoryKind.Completed, _ => 0),
            .. Twice(entries, HistoryKind.Failed, _ => 0),
            .. entries.Where(entry => entry.Kind == HistoryKind.TimerFired).GroupBy(entry => entry.Step)
                .Where(fired => fired.Count() > entries.Count(entry => entry.Step == fired.Key && SetsTimer(entry.Kind)))
                .Select(fired => $"the timer of step {fired.Key} fired {fired.Count()} times, more often than it was set"),
        ];
    }

    private static bool SetsTimer(HistoryKind kind) => kind is HistoryKind.TimerSet or HistoryKind.WaitBegun;

    private static IEnumerable<string> Twice<TKey>(IEnumerable<HistoryEntry> entries, HistoryKind kind, Func<HistoryEntry, TKey> key) =>
        entries.Where(entry => entry.Kind == kind).GroupBy(key).Where(same => same.Count() > 1)
            .Select(same => $"{kind} of step {same.First().Step} ({same.First().Name}) is recorded {same.Count()} times");
}
