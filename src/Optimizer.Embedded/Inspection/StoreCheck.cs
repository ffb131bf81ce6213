using System.Text.Json;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>Looks at every page of a store and reads every record, and goes on after what it cannot read.</summary>
internal static class StoreCheck
{
    // A broken page shows in many places; more lines say no more.
    private const string Integrity = "PRAGMA integrity_check(100)";

    /// <param name="store">What to look at.</param>
    /// <param name="rows">All instances.</param>
    public static FileCheck Run(SqliteStore store, IEnumerable<InstanceRow> rows)
    {
        var faults = new List<FileFault>();
        Try(faults, null, () =>
        {
            using var statement = store.Session.PrepareOnce(Integrity);
            faults.AddRange(statement.All(row => row.TextOrNull(0)).Where(line => line != "ok").Select(line => new FileFault(null, line ?? "")));
        });

        var (instances, records) = (0, 0L);
        var live = new HashSet<long>();
        Try(faults, null, () =>
        {
            foreach (var row in rows)
            {
                instances++;
                if (!row.State.IsFinished())
                {
                    live.Add(row.Key);
                }

                Try(faults, row.Id, () =>
                {
                    var stored = HistoryReader.Read(store, row.Id);
                    records += stored?.Records.Count ?? 0;
                    _ = HistoryReader.Tell(stored);
                });
            }

            faults.AddRange(store.Timers().Where(timer => !live.Contains(timer.Instance)).Select(
                timer => new FileFault(null, $"the timer of step {timer.Step} belongs to an instance that is gone or has finished (key {timer.Instance})")));
        });
        return new(instances, records, faults);
    }

    private static void Try(List<FileFault> faults, string? instance, Action look)
    {
        try
        {
            look();
        }
        catch (Exception damaged) when (damaged is StoreException or EngineViewException or JsonException)
        {
            faults.Add(new(instance, damaged.Message));
        }
    }
}
