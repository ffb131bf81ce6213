using System.Security.Cryptography;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>
/// The tables of the ledger, as numbered steps: a step that was released is never edited. Times are UTC ticks, values millionths.
/// </summary>
/// <remarks>
/// <c>event</c> and <c>definition</c> are the log: one sequence, appended to and never changed, proven by the hashes of <c>batch</c>. All other
/// tables are made from it. Ids and units are found by 128-bit keyed hashes of them: an index over the texts would be three times as large, and
/// every batch dirties all of it. An event without an id is the assignment of a unit.
/// </remarks>
internal static class LedgerSchema
{
    /// <summary>"OptL": says whose database a file is.</summary>
    public const int ApplicationId = 0x4F70744C;

    private static readonly string[] Steps =
    [
        """
        CREATE TABLE event (
            seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, experiment INTEGER NOT NULL, variant INTEGER NOT NULL, name INTEGER NOT NULL,
            value INTEGER, id TEXT, unit TEXT NOT NULL, path TEXT NOT NULL);
        CREATE TABLE definition (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, experiment INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL);
        CREATE INDEX definition_id ON definition (id);
        CREATE TABLE name (key INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
        CREATE TABLE batch (number INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL, rows INTEGER NOT NULL, hash BLOB NOT NULL);
        CREATE TABLE head (batches INTEGER NOT NULL, rows INTEGER NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL);
        INSERT INTO head VALUES (0, 0, 0, zeroblob(32));
        CREATE TABLE zone (
            experiment INTEGER NOT NULL, batch INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
            PRIMARY KEY (experiment, batch)) WITHOUT ROWID;
        CREATE TABLE known (id BLOB PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE unit (
            key BLOB PRIMARY KEY, experiment INTEGER NOT NULL, variant INTEGER NOT NULL, day INTEGER NOT NULL, stretch INTEGER NOT NULL,
            tally BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE cohort (
            experiment INTEGER NOT NULL, day INTEGER NOT NULL, stretch INTEGER NOT NULL, variant INTEGER NOT NULL, units INTEGER NOT NULL,
            PRIMARY KEY (experiment, day, stretch, variant)) WITHOUT ROWID;
        CREATE TABLE total (
            experiment INTEGER NOT NULL, day INTEGER NOT NULL, stretch INTEGER NOT NULL, variant INTEGER NOT NULL, name INTEGER NOT NULL,
            count INTEGER NOT NULL, units INTEGER NOT NULL, paying INTEGER NOT NULL, sum TEXT NOT NULL, squares TEXT NOT NULL,
            count_squares INTEGER NOT NULL, PRIMARY KEY (experiment, day, stretch, variant, name)) WITHOUT ROWID;
        CREATE TABLE quarantine (
            number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, at INTEGER NOT NULL, code TEXT NOT NULL, why TEXT NOT NULL,
            readmitted INTEGER NOT NULL, experiment TEXT, text TEXT NOT NULL);
        CREATE INDEX quarantine_waiting ON quarantine (experiment) WHERE code = 'unknown_experiment' AND readmitted = 0;
        CREATE TABLE seed (first INTEGER NOT NULL, second INTEGER NOT NULL);
        CREATE TRIGGER event_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER event_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER definition_update BEFORE UPDATE ON definition BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER definition_delete BEFORE DELETE ON definition BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER batch_update BEFORE UPDATE ON batch BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        CREATE TRIGGER batch_delete BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
        """,
    ];

    /// <summary>The version that this build writes.</summary>
    public static int Version => Steps.Length;

    /// <summary>Brings a file of a former version, 0 for an empty one, to this one, in the change that is open.</summary>
    public static void Raise(SqliteSession session, long version)
    {
        for (var next = (int)version; next < Version; next++)
        {
            session.Execute(Steps[next]);
        }

        if (version == 0)
        {
            // By chance, so that nobody outside can send ids that meet in one place.
            Span<byte> chance = stackalloc byte[16];
            RandomNumberGenerator.Fill(chance);
            using var seed = session.PrepareOnce("INSERT INTO seed VALUES (?, ?)");
            _ = seed.Bind(1, BitConverter.ToInt64(chance)).Bind(2, BitConverter.ToInt64(chance[8..])).Run();
        }

        session.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
    }
}
