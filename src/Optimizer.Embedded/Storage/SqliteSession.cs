using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Optimizer.Embedded.Storage;

/// <summary>The one connection, its statements and its change. A failure drops the open change at once, so that nothing of it is kept.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly sqlite3 _handle = connection.Handle ?? throw new InvalidOperationException("the connection is not open");
    private readonly nint _pointer = connection.Handle!.DangerousGetHandle();
    private readonly List<Statement> _statements = [];
    private Statement? _begin;
    private Statement? _commit;
    private int _changesAtBegin;

    /// <summary>Transactions flushed so far.</summary>
    public long Flushes { get; private set; }

    /// <summary>Whether a change is open.</summary>
    public bool InChange { get; private set; }

    /// <summary>Told when a change was dropped.</summary>
    public Action Dropped { get; set; } = () => { };

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => NativeSqlite.Changes(_pointer);

    public SqliteConnection Connection => connection;

    /// <summary>Whether the file could be opened for reading only.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(_handle, "main") == 1;

    /// <summary>A statement that lives as long as the session.</summary>
    public Statement Prepare(string sql)
    {
        var statement = PrepareOnce(sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>A statement that the caller disposes.</summary>
    public Statement PrepareOnce(string sql)
    {
        var code = raw.sqlite3_prepare_v2(_handle, sql, out var statement);
        return code == raw.SQLITE_OK ? new Statement(this, statement) : throw Fault(code);
    }

    /// <summary>Runs statements without parameters, such as a schema.</summary>
    public void Execute(string sql)
    {
        var code = raw.sqlite3_exec(_handle, sql);
        if (code != raw.SQLITE_OK)
        {
            throw Fault(code);
        }
    }

    /// <summary>First column of the first row, as text.</summary>
    public string? Read(string sql)
    {
        using var statement = PrepareOnce(sql);
        return statement.First(row => row.TextOrNull(0));
    }

    /// <summary>First column of the first row; 0 without a row.</summary>
    public long ReadLong(string sql)
    {
        using var statement = PrepareOnce(sql);
        return statement.First(row => row.Long(0));
    }

    public void Begin()
    {
        if (InChange)
        {
            throw new InvalidOperationException("a change is open already");
        }

        _ = (_begin ??= Prepare("BEGIN IMMEDIATE")).Run();
        InChange = true;
        _changesAtBegin = raw.sqlite3_total_changes(_handle);
    }

    public void Commit()
    {
        MustBeInChange();
        var wrote = raw.sqlite3_total_changes(_handle) != _changesAtBegin;
        _ = (_commit ??= Prepare("COMMIT")).Run();
        InChange = false;
        Flushes += wrote ? 1 : 0;
    }

    /// <summary>Counts flushes from here.</summary>
    public void ForgetFlushes() => Flushes = 0;

    public void Rollback()
    {
        InChange = false;
        if (raw.sqlite3_get_autocommit(_handle) == 0)
        {
            // What fails here has been rolled back by SQLite itself, as after an I/O error.
            _ = raw.sqlite3_exec(_handle, "ROLLBACK");
        }

        Dropped();
    }

    /// <summary>Writes are only made in a change: outside, each would be durable alone and cost a flush.</summary>
    public void MustBeInChange()
    {
        if (!InChange)
        {
            throw new InvalidOperationException("no change is open");
        }
    }

    /// <summary>The exception for what SQLite just returned; the open change is dropped.</summary>
    public StoreException Fault(int code)
    {
        var said = new SqliteException(
            $"SQLite {raw.sqlite3_extended_errcode(_handle)}: {raw.sqlite3_errmsg(_handle).utf8_to_string()}",
            code & 0xff, raw.sqlite3_extended_errcode(_handle));
        Rollback();
        return StoreFaults.Of(said);
    }

    public void Dispose()
    {
        Rollback();
        _statements.ForEach(statement => statement.Dispose());
        connection.Dispose();
    }
}
