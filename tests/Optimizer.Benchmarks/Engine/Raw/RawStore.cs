using SQLitePCL;

namespace Optimizer.Benchmarks.Engine.Raw;

/// <summary>
/// One append-only table without an index, on the engine's own build of SQLite and with its pragmas, and nothing else: as
/// little as a durable point can cost.
/// </summary>
internal sealed class RawStore : IDisposable
{
    private const int BodyBytes = 300;
    private static readonly byte[] Body = new byte[BodyBytes];

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _commit;

    public RawStore(string file)
    {
        Batteries_V2.Init();
        const int Flags = raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX;
        Check(raw.sqlite3_open_v2(file, out _database, Flags, null));
        foreach (var set in new[]
        {
            "PRAGMA auto_vacuum=INCREMENTAL", "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
            "PRAGMA wal_autocheckpoint=2000", "PRAGMA cache_size=-8192",
            "CREATE TABLE point (sequence INTEGER PRIMARY KEY, instance INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL, body BLOB NOT NULL)",
        })
        {
            Check(raw.sqlite3_exec(_database, set));
        }

        _begin = Prepared("BEGIN IMMEDIATE");
        _insert = Prepared("INSERT INTO point (instance, kind, at, body) VALUES (?1, ?2, ?3, ?4)");
        _commit = Prepared("COMMIT");
    }

    public static string Version
    {
        get
        {
            Batteries_V2.Init();
            return raw.sqlite3_libversion().utf8_to_string();
        }
    }

    public void Begin() => Run(_begin);

    public void Commit() => Run(_commit);

    /// <summary>Adds a point: durable on return, or with the commit of the open transaction.</summary>
    public void Append(long instance, int point, long at)
    {
        raw.sqlite3_bind_int64(_insert, 1, instance);
        raw.sqlite3_bind_int(_insert, 2, point);
        raw.sqlite3_bind_int64(_insert, 3, at);
        raw.sqlite3_bind_blob(_insert, 4, Body);
        Run(_insert);
    }

    public void Dispose()
    {
        _begin.Dispose();
        _insert.Dispose();
        _commit.Dispose();
        _database.Dispose();
    }

    private sqlite3_stmt Prepared(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        return statement;
    }

    private void Run(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite answered {code}: {raw.sqlite3_errmsg(_database).utf8_to_string()}");
        }
    }
}
