using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Records;

/// <summary>
/// The tables of the records, as numbered steps: a step that was released is never edited. Times are UTC ticks, hashes of the
/// trail raw bytes.
/// </summary>
internal static class RecordSchema
{
    /// <summary>"OptR": says whose database a file is.</summary>
    public const int ApplicationId = 0x4F707452;

    // Requests that carried an idempotency key, with what they were answered.
    private const string Answers = """
        CREATE TABLE answer (
            sender TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, request TEXT NOT NULL, status INTEGER NOT NULL,
            headers TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (sender, key)) WITHOUT ROWID;
        CREATE INDEX answer_at ON answer (at);
        """;

    private static readonly string[] Steps =
    [
        // Large columns stand last, so that the small ones are read without them. What finds a record is a copy out of its text.
        """
        CREATE TABLE audit (
            seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, play TEXT NOT NULL, experiment TEXT, kind TEXT NOT NULL,
            at INTEGER NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL, text TEXT NOT NULL);
        CREATE INDEX audit_play ON audit (play);
        CREATE INDEX audit_play_at ON audit (play, at);
        CREATE INDEX audit_experiment ON audit (experiment) WHERE experiment IS NOT NULL;
        CREATE INDEX audit_kind ON audit (kind);
        CREATE TABLE head (count INTEGER NOT NULL, hash BLOB NOT NULL);
        INSERT INTO head VALUES (0, zeroblob(32));
        CREATE TABLE site (name TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE experiment (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, play TEXT NOT NULL, site TEXT NOT NULL, page TEXT,
            variable TEXT NOT NULL, fingerprint TEXT NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER, ended_as TEXT);
        CREATE INDEX experiment_play ON experiment (play);
        CREATE INDEX experiment_active ON experiment (site) WHERE ended_at IS NULL;
        CREATE INDEX experiment_started ON experiment (site, started_at);
        CREATE TABLE definition (
            name TEXT NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL, file TEXT NOT NULL, text TEXT NOT NULL,
            PRIMARY KEY (name, hash));
        CREATE TABLE in_force (name TEXT PRIMARY KEY, hash TEXT NOT NULL, at INTEGER NOT NULL, file TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE artifact (path TEXT PRIMARY KEY, text TEXT NOT NULL);
        """,
        // What a vendor would keep where there is none: flags and settings as every change they ever had, tasks and notes.
        """
        CREATE TABLE flag_change (
            number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, experiment TEXT NOT NULL, at INTEGER NOT NULL, state TEXT);
        CREATE INDEX flag_change_experiment ON flag_change (experiment);
        CREATE TABLE setting_change (
            number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, play TEXT NOT NULL, variable TEXT NOT NULL, at INTEGER NOT NULL, json TEXT NOT NULL);
        CREATE INDEX setting_change_variable ON setting_change (play, variable);
        CREATE TABLE task (
            number INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE, closed_at INTEGER, closed_by TEXT, title TEXT NOT NULL, text TEXT NOT NULL);
        CREATE TABLE task_key (key TEXT PRIMARY KEY) WITHOUT ROWID;
        CREATE TABLE note (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, play TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL);
        CREATE INDEX note_play ON note (play);
        """,
        Answers,
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

        session.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version};");
    }
}
