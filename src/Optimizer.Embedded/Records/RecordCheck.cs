using Optimizer.Domain.Audit;
using Optimizer.Workflows;

namespace Optimizer.Embedded.Records;

/// <summary>Looks at every page of the file and every record of the trail, and goes on after what it cannot read.</summary>
internal static class RecordCheck
{
    // A broken page shows in many places; more lines say no more.
    private const string Integrity = "PRAGMA integrity_check(100)";
    private const string Columns = "SELECT seq, play, experiment, kind, at, text FROM audit WHERE seq > ? ORDER BY seq LIMIT 256";

    public static IReadOnlyList<ChainFault> Run(RecordSession session, SqliteAuditTrail trail)
    {
        var faults = new List<ChainFault>();
        Try(faults, () => faults.AddRange(session.Read(open =>
        {
            using var statement = open.PrepareOnce(Integrity);
            return statement.All(row => row.TextOrNull(0) ?? "");
        }).Where(line => line != "ok").Select(line => new ChainFault(0, line))));
        Try(faults, () => session.Read(open =>
        {
            // One reading transaction: what another process appends meanwhile is in neither the records nor the head.
            open.Execute("BEGIN");
            try
            {
                faults.AddRange(AuditChain.Verify(trail.Chain(), trail.Head()));
                ColumnFaults(session, faults);
            }
            finally
            {
                open.Rollback();
            }

            return true;
        }));
        return faults;
    }

    // What finds a record is a copy out of its text: one that says something else would hide it.
    private static void ColumnFaults(RecordSession session, List<ChainFault> faults)
    {
        var after = long.MinValue;
        while (session.Read(open =>
        {
            using var statement = open.PrepareOnce(Columns);
            return statement.Bind(1, after).All(row => (row.Long(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.Long(4), row.Text(5)));
        }) is { Count: > 0 } page)
        {
            foreach (var (sequence, play, experiment, kind, at, text) in page)
            {
                try
                {
                    var entry = AuditText.Read(text);
                    if (play != entry.Play || experiment != entry.Experiment || kind != AuditKinds.Of(entry.Event) || at != entry.At.UtcTicks)
                    {
                        faults.Add(new(sequence, "is filed under another play, experiment, kind or time than its text says"));
                    }
                }
                catch (UnreadablePayloadException unreadable)
                {
                    faults.Add(new(sequence, $"its text cannot be read: {unreadable.Message}"));
                }
            }

            after = page[^1].Item1;
        }
    }

    private static void Try(List<ChainFault> faults, Action look)
    {
        try
        {
            look();
        }
        catch (RecordFileException damaged)
        {
            faults.Add(new(0, damaged.Message));
        }
    }
}
