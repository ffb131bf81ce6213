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

    private static readonly FileKind Kind = new(RecordSchema.ApplicationId, RecordSchema.Version, RecordSchema.Raise, application =>
        application == Schema.ApplicationId
            ? $"is the engine's database, not the records; those are in {RecordOptions.FileName}"
            : "is the database of another program, not records of plays; name another file");

    /// <exception cref="RecordFileException">It cannot be used; the message says why.</exception>
    public static SqliteSession Open(string? file, RecordOptions options)
    {
        if (file is null)
        {
            var memory = SqliteFile.Connect(":memory:");
            memory.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;" + SetUp);
            Kind.Raise(memory, file: "memory");
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
            _ = Kind.VersionOf(session, file);
            session.Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(options.Durable ? "FULL" : "OFF")};" + SetUp);
            if (session.Read("PRAGMA journal_mode") is var mode && mode != "wal")
            {
                throw new RecordFileException(file, $"is on a disk that cannot share it: journal mode {mode}; use a local disk");
            }

            Kind.Raise(session, file);
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
                var version = Kind.VersionOf(session, file);
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
}
