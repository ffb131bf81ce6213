using Microsoft.Data.Sqlite;

namespace Optimizer.Embedded.Storage;

/// <summary>Opens the database so that what is committed stays, whatever happens to the process or the power.</summary>
internal static class SqliteFile
{
    // No memory is shared and no second connection can come: EXCLUSIVE stands before WAL. Pages are freed at the end only
    // when the file was made so, hence auto_vacuum before all.
    private const string MakeNew = "PRAGMA auto_vacuum = INCREMENTAL;";

    private const string SetUp = """
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = 2000;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -8192;
        PRAGMA foreign_keys = OFF;
        """;

    private static readonly Lazy<bool> Native = new(() =>
    {
        SQLitePCL.Batteries_V2.Init();
        return true;
    });

    /// <summary>Everything in memory: gone when it is disposed.</summary>
    public static SqliteSession OpenInMemory()
    {
        var session = Connect(":memory:");
        SetUpSchema(session, version: 0);
        return session;
    }

    /// <exception cref="EngineFileException">It cannot be used; the message says why.</exception>
    public static SqliteSession Open(string file)
    {
        SqliteSession? session = null;
        try
        {
            session = Connect(file);
            if (session.IsReadOnly)
            {
                throw new EngineFileException(file, "is read-only; look at the permissions of it and its folder");
            }

            session.Execute("PRAGMA locking_mode = EXCLUSIVE;");
            var version = VersionOf(session, file);
            session.Execute(version == 0 ? MakeNew + SetUp : SetUp);
            MustBeDurable(session, file);
            SetUpSchema(session, version);
            return session;
        }
        catch (Exception problem)
        {
            session?.Dispose();
            var said = problem as SqliteException ?? problem.InnerException as SqliteException;
            if (said is null)
            {
                throw;
            }

            throw StoreFaults.IsInUse(said) ? FileLock.InUse(file, said) : StoreFaults.OfFile(file, said);
        }
    }

    /// <summary>Opens a connection that is no pool's.</summary>
    public static SqliteSession Connect(string file, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate)
    {
        _ = Native.Value;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = mode }.ConnectionString);
        try
        {
            connection.Open();
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Nothing is written before this has looked: another program's file is left as it is.
    private static long VersionOf(SqliteSession session, string file)
    {
        var application = session.ReadLong("PRAGMA application_id");
        var version = session.ReadLong("PRAGMA user_version");
        var isEmpty = session.ReadLong("SELECT count(*) FROM sqlite_master") == 0;
        if (isEmpty && application == 0 && version == 0)
        {
            return 0;
        }

        return application != Schema.ApplicationId
            ? throw new EngineFileException(file, "is the database of another program, not of this engine; name another file")
            : version > Schema.Version
            ? throw new EngineFileException(
                file, $"is of version {version}; this program knows versions up to {Schema.Version}: use the newer program that wrote it")
            : version < 1
            ? throw new EngineFileException(file, $"is damaged: {version} is not a version; restore a backup")
            : version;
    }

    private static void MustBeDurable(SqliteSession session, string file)
    {
        var mode = session.Read("PRAGMA journal_mode");
        var synchronous = session.ReadLong("PRAGMA synchronous");
        if (mode != "wal" || synchronous != 2)
        {
            throw new EngineFileException(
                file, $"is on a disk that cannot keep what is committed: journal mode {mode}, synchronous {synchronous}; use a local disk");
        }
    }

    // Runs also when there is nothing to raise: it takes the file's own lock, where no lock file protects it.
    private static void SetUpSchema(SqliteSession session, long version)
    {
        session.Begin();
        if (version < Schema.Version)
        {
            Schema.Raise(session, version);
        }

        session.Commit();
        session.ForgetFlushes();
    }
}
