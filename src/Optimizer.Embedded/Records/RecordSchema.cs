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

    /// <summary>Who may call, who answers for whom, and which signed links were used.</summary>
    private const string Identity = """
        CREATE TABLE token (
            id TEXT PRIMARY KEY, hash TEXT NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL, seat TEXT NOT NULL, human INTEGER NOT NULL,
            issued_at INTEGER NOT NULL, expires_at INTEGER, revoked_at INTEGER, former_hash TEXT, former_until INTEGER,
            last_used_at INTEGER, announced INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE delegation (
            id TEXT PRIMARY KEY, by_name TEXT NOT NULL, to_name TEXT NOT NULL, seat TEXT NOT NULL, from_at INTEGER NOT NULL,
            until_at INTEGER NOT NULL, made_at INTEGER NOT NULL, revoked_at INTEGER) WITHOUT ROWID;
        CREATE TABLE used_link (
            nonce TEXT PRIMARY KEY, approval TEXT NOT NULL, approve INTEGER NOT NULL, comment TEXT, at INTEGER NOT NULL,
            kept_until INTEGER NOT NULL) WITHOUT ROWID;
        CREATE INDEX used_link_kept ON used_link (kept_until);
        """;

    // What was told, and what each sink gets of it. A parcel of several notices has no play of its own.
    private const string Notices = """
        CREATE TABLE notice (
            number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, play TEXT NOT NULL, about TEXT NOT NULL, kpi TEXT, version INTEGER NOT NULL,
            at INTEGER NOT NULL, text TEXT NOT NULL);
        CREATE INDEX notice_about ON notice (about);
        CREATE TABLE parcel (
            number INTEGER PRIMARY KEY, key TEXT NOT NULL, sink TEXT NOT NULL, play TEXT, due INTEGER NOT NULL, next_try INTEGER NOT NULL,
            state INTEGER NOT NULL, failed INTEGER NOT NULL, replay_of INTEGER, why TEXT NOT NULL);
        CREATE INDEX parcel_waiting ON parcel (sink, due, number) WHERE state = 0;
        CREATE INDEX parcel_failed ON parcel (number) WHERE failed = 1;
        CREATE TABLE parcel_notice (parcel INTEGER NOT NULL, notice INTEGER NOT NULL, PRIMARY KEY (parcel, notice)) WITHOUT ROWID;
        CREATE INDEX parcel_notice_notice ON parcel_notice (notice);
        CREATE TABLE parcel_attempt (
            parcel INTEGER NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, delivered INTEGER NOT NULL, status TEXT NOT NULL,
            PRIMARY KEY (parcel, number)) WITHOUT ROWID;
        """;

    private const string Visits = "CREATE TABLE visit (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;";

    // What sinks keep up to date: one message for each object.
    private const string Messages = """
        CREATE TABLE message (
            sink TEXT NOT NULL, about TEXT NOT NULL, place TEXT NOT NULL, shown TEXT NOT NULL, is_open INTEGER NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (sink, about)) WITHOUT ROWID;
        CREATE INDEX message_open ON message (sink, at) WHERE is_open = 1;
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
        Identity,
        Notices,
        Visits,
        Messages,
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
