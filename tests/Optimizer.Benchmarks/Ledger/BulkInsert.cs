using System.Diagnostics;
using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Storage;

namespace Optimizer.Benchmarks.Ledger;

/// <summary>
/// What SQLite itself takes for the same rows: the same columns as they come, a unique index on the id, one prepared statement, one
/// transaction, rows parsed beforehand; the same journal, flush and cache as the ledger.
/// </summary>
internal static class BulkInsert
{
    /// <summary>Seconds of the clock, and of the processor.</summary>
    public static (double Seconds, double ProcessorSeconds) Run(string file, IReadOnlyList<AttributionEvent> events)
    {
        using var session = SqliteFile.Connect(file);
        session.Execute("""
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
            CREATE TABLE event (id TEXT NOT NULL UNIQUE, ts INTEGER NOT NULL, exp_id TEXT NOT NULL, variant TEXT NOT NULL, event TEXT NOT NULL,
                value INTEGER, session_id TEXT NOT NULL, path TEXT NOT NULL);
            """);
        var (started, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var insert = session.Prepare("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        session.Begin();
        foreach (var row in events)
        {
            _ = insert.Bind(1, row.Id).Bind(2, row.At.UtcTicks).Bind(3, row.Experiment).Bind(4, row.Variant).Bind(5, row.Event)
                .Bind(6, row.Value is { } value ? (long)(value * EventLimits.Scale) : default(long?)).Bind(7, row.Unit).Bind(8, row.Path).Run();
        }

        session.Commit();
        return (Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - busy).TotalSeconds);
    }
}
