using Microsoft.Data.Sqlite;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Records;

/// <summary>
/// Opens the file of records. Unlike the engine's it is shared: others may read while one writes, and a second writer waits its turn.
/// </summary>
internal static class RecordFile
{
    private const string SetUp = """
        PRAGMA wal_autocheckpoint = 2000;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -8192;
        PRAGMA foreign_keys = OFF;
        """;

    /// <exception cref="RecordFileException">It cannot be used; the message says why.</exception>
    public static SqliteSession Open(string? file, RecordOptions options)
    {
        if (file is null)
        {
            var memory = SqliteFile.Connect(":memory:");
            memory.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;" + SetUp);
            Raise(memory, file: "memory");
            return memory;
        }

        return Opened(file, () =>
        {
            if (Directory.Exists(file))
            {
                throw new RecordFileException(file, "is a folder; name a file in it");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            return SqliteFile.Connect(file);
        }, session =>
        {
            if (session.IsReadOnly)
            {
                throw new RecordFileException(file, "is read-only; look at the permissions of it and its folder");
            }

            Wait(session, options.Patience);
            _ = VersionOf(session, file);
            session.Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(options.Durable ? "FULL" : "OFF")};" + SetUp);
            if (session.Read("PRAGMA journal_mode") is var mode && mode != "wal")
            {
                throw new RecordFileException(file, $"is on a disk that cannot share it: journal mode {mode}; use a local disk");
            }

            Raise(session, file);
        });
    }

    /// <summary>Opens a file for reading, also while another process writes it.</summary>
    /// <exception cref="RecordFileException">It is absent or cannot be used; the message says why.</exception>
    public static SqliteSession OpenToRead(string file, RecordOptions options) =>
        !File.Exists(file)
            ? throw new RecordFileException(file, "there is no such file; nothing has been recorded there yet") { IsAbsent = true }
            : Opened(file, () => SqliteFile.Connect(file, SqliteOpenMode.ReadOnly), session =>
            {
                Wait(session, options.Patience);
                var version = VersionOf(session, file);
                if (version < RecordSchema.Version)
                {
                    throw new RecordFileException(file, version == 0
                        ? "is empty; nothing has been recorded there yet"
                        : $"is of version {version}, older than this program reads; open it once for writing, as running the plays does");
                }
            });

    /// <summary>Opens a file and prepares it, or closes it again and says why in words; also for the other files of a data directory.</summary>
    internal static SqliteSession Opened(string file, Func<SqliteSession> connect, Action<SqliteSession> prepare)
    {
        SqliteSession? session = null;
        try
        {
            session = connect();
            prepare(session);
            return session;
        }
        catch (Exception problem) when (problem is not RecordFileException)
        {
            session?.Dispose();
            throw (problem as SqliteException ?? problem.InnerException as SqliteException) is { } said
                ? new RecordFileException(file, RecordFaults.Words(said), said) { MayPass = RecordFaults.MayPass(said) }
                : problem is IOException or UnauthorizedAccessException
                ? new RecordFileException(file, $"its folder cannot be written: {problem.Message}", problem)
                : problem;
        }
        catch
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>Another process that writes is waited for so long.</summary>
    internal static void Wait(SqliteSession session, TimeSpan patience) =>
        session.Execute($"PRAGMA busy_timeout = {(long)patience.TotalMilliseconds};");

    // Nothing is written before this has looked: another program's file is left as it is.
    private static long VersionOf(SqliteSession session, string file)
    {
        var application = session.ReadLong("PRAGMA application_id");
        var version = session.ReadLong("PRAGMA user_version");
        return application == 0 && version == 0 && session.ReadLong("SELECT count(*) FROM sqlite_master") == 0
            ? 0
            : application == Schema.ApplicationId
            ? throw new RecordFileException(file, $"is the engine's database, not the records; those are in {RecordOptions.FileName}")
            : application != RecordSchema.ApplicationId
            ? throw new RecordFileException(file, "is the database of another program, not records of plays; name another file")
            : version > RecordSchema.Version
            ? throw new RecordFileException(
                file, $"is of version {version}; this program knows versions up to {RecordSchema.Version}: use the newer program that wrote it")
            : version < 1
            ? throw new RecordFileException(file, $"is damaged: {version} is not a version; restore a backup")
            : version;
    }

    // Two processes may open a new file at once: who comes second finds it made.
    private static void Raise(SqliteSession session, string file)
    {
        session.Begin();
        var version = VersionOf(session, file);
        if (version < RecordSchema.Version)
        {
            RecordSchema.Raise(session, version);
        }

        session.Commit();
    }
}
