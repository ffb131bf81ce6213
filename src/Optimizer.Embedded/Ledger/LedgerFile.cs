using Microsoft.Data.Sqlite;
using Optimizer.Embedded.Records;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>Opens the file of the ledger. It is shared: others may read while one writes, and a second writer waits its turn.</summary>
internal static class LedgerFile
{
    // The trees of ids and units are met at random places, so much of them should stay in memory.
    private const string SetUp = """
        PRAGMA wal_autocheckpoint = 16000;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -65536;
        PRAGMA foreign_keys = OFF;
        """;

    private static readonly FileKind Kind = new(LedgerSchema.ApplicationId, LedgerSchema.Version, LedgerSchema.Raise, _ =>
        $"is another database, not the attribution ledger; that is in {LedgerOptions.FileName}");

    /// <exception cref="RecordFileException">It cannot be used; the message says why.</exception>
    public static SqliteSession Open(string? file, LedgerOptions options)
    {
        if (file is null)
        {
            var memory = SqliteFile.Connect(":memory:");
            memory.Execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;" + SetUp);
            Kind.Raise(memory, file: "memory");
            return memory;
        }

        return RecordFile.Opened(file, () =>
        {
            if (Directory.Exists(file))
            {
                throw new RecordFileException(file, "is a folder; name a file in it");
            }

            return SqliteFile.Connect(file);
        }, session =>
        {
            if (session.IsReadOnly)
            {
                throw new RecordFileException(file, "is read-only; look at the permissions of it and its folder");
            }

            RecordFile.Wait(session, options.Patience);
            _ = Kind.VersionOf(session, file);
            session.Execute($"PRAGMA journal_mode = WAL; PRAGMA synchronous = {(options.Durable ? "FULL" : "OFF")};" + SetUp);
            if (session.Read("PRAGMA journal_mode") is var mode && mode != "wal")
            {
                throw new RecordFileException(file, $"is on a disk that cannot share it: journal mode {mode}; use a local disk");
            }

            Kind.Raise(session, file);
        });
    }

    /// <summary>Makes the folder of a file that is to be written.</summary>
    /// <exception cref="RecordFileException">It cannot be made.</exception>
    public static void MakeFolder(string file)
    {
        try
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RecordFileException(file, $"its folder cannot be made: {problem.Message}", problem);
        }
    }

    /// <summary>Opens a file for reading, also while another process writes it.</summary>
    /// <exception cref="RecordFileException">It is absent or cannot be used; the message says why.</exception>
    public static SqliteSession OpenToRead(string file, LedgerOptions options) =>
        !File.Exists(file)
            ? throw new RecordFileException(file, "there is no such file; no event was taken there yet") { IsAbsent = true }
            : RecordFile.Opened(file, () => SqliteFile.Connect(file, SqliteOpenMode.ReadOnly), session =>
            {
                RecordFile.Wait(session, options.Patience);
                var version = Kind.VersionOf(session, file);
                if (version < LedgerSchema.Version)
                {
                    throw new RecordFileException(file, version == 0
                        ? "is empty; no event was taken there yet"
                        : $"is of version {version}, older than this program reads; open it once for writing, as importing does");
                }
            });
}
