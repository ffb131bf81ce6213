namespace Optimizer.Embedded.Storage;

/// <summary>
/// The tables, as numbered steps: a new file takes all of them, an older one those it lacks, in one transaction. A step
/// that was released is never edited; a change is a further step.
/// </summary>
/// <remarks>
/// Records only ever grow at the end. Each names the one before it of its instance, and a narrow table names each instance's
/// last: an index over them, or a history clustered by instance, dirties a page of its own for every instance that moves, and
/// the flush pays for pages. Times are UTC ticks; payloads are JSON in UTF-8.
/// </remarks>
internal static class Schema
{
    /// <summary>"Opt1": says whose database a file is.</summary>
    public const int ApplicationId = 0x4F707431;

    private static readonly string[] Steps =
    [
        // Large columns stand last, so that the small ones are read without them.
        """
        CREATE TABLE instance (
            key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, workflow TEXT NOT NULL, version INTEGER NOT NULL,
            state INTEGER NOT NULL, started INTEGER NOT NULL, generation INTEGER NOT NULL, attempts INTEGER NOT NULL,
            created_at INTEGER NOT NULL, changed_at INTEGER NOT NULL,
            parent INTEGER, parent_generation INTEGER, parent_step INTEGER,
            reason TEXT, status BLOB, input BLOB NOT NULL, output BLOB, failure BLOB);
        CREATE INDEX instance_live ON instance (key) WHERE state < 4;
        CREATE INDEX instance_child ON instance (parent) WHERE parent IS NOT NULL;
        CREATE TABLE record (
            seq INTEGER PRIMARY KEY, instance INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL,
            busy INTEGER NOT NULL, body BLOB NOT NULL);
        CREATE INDEX record_instance ON record (instance);
        CREATE TABLE timer (
            instance INTEGER NOT NULL, step INTEGER NOT NULL, due INTEGER NOT NULL, PRIMARY KEY (instance, step)) WITHOUT ROWID;
        CREATE TABLE high_water (key INTEGER NOT NULL, seq INTEGER NOT NULL);
        INSERT INTO high_water VALUES (0, 0);
        """,
        """
        ALTER TABLE instance ADD COLUMN tags TEXT;
        ALTER TABLE instance ADD COLUMN trace TEXT;
        CREATE TABLE signal_key (
            instance INTEGER NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (instance, key)) WITHOUT ROWID;
        """,
        """
        CREATE TABLE head (instance INTEGER PRIMARY KEY, seq INTEGER NOT NULL);
        INSERT INTO head SELECT instance, max(seq) FROM record GROUP BY instance;
        ALTER TABLE record ADD COLUMN before INTEGER;
        UPDATE record SET before = (SELECT max(r.seq) FROM record r WHERE r.instance = record.instance AND r.seq < record.seq);
        DROP INDEX record_instance;
        CREATE TABLE store (id TEXT NOT NULL);
        INSERT INTO store VALUES (lower(hex(randomblob(6))));
        """,
    ];

    /// <summary>The version that this build writes.</summary>
    public static int Version => Steps.Length;

    /// <summary>The step that leads to a version; the first is 1.</summary>
    public static string Step(int version) => Steps[version - 1];

    /// <summary>Brings a file of a former version, 0 for an empty one, to this one; an interrupted one stays at the former.</summary>
    public static void Raise(SqliteSession session, long version)
    {
        for (var next = (int)version + 1; next <= Version; next++)
        {
            session.Execute(Step(next));
        }

        session.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
    }
}
