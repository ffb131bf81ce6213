using Microsoft.Data.Sqlite;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Records;

/// <summary>Copies a database that other processes may be writing, as it stands at one moment.</summary>
public static class DatabaseCopy
{
    private const int PatienceMilliseconds = 30_000;

    /// <summary>Writes the copy, whole and on the disk, to a file that is not there yet.</summary>
    /// <param name="file">A database of records or of the ledger; the engine's own is held by it alone and copied through its view.</param>
    /// <param name="target">Full path.</param>
    /// <exception cref="RecordFileException">One of them cannot be read or written; the message says which and why.</exception>
    public static void Write(string file, string target)
    {
        if (Path.Exists(target))
        {
            throw new RecordFileException(target, "exists already; a copy is never written over another file");
        }

        try
        {
            using (var source = SqliteFile.Connect(file, SqliteOpenMode.ReadOnly))
            using (var copy = SqliteFile.Connect(target))
            {
                source.Execute($"PRAGMA busy_timeout = {PatienceMilliseconds};");
                source.Connection.BackupDatabase(copy.Connection);
            }

            using var written = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
            written.Flush(flushToDisk: true);
        }
        catch (SqliteException said)
        {
            throw new RecordFileException(file, $"cannot be copied to {target}: {RecordFaults.Words(said)}", said);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new RecordFileException(target, $"cannot be written: {problem.Message}", problem);
        }
    }

    /// <summary>What is wrong with the pages of a database; empty when it is whole.</summary>
    /// <param name="file">It is opened for reading, also beside a process that writes it.</param>
    public static IReadOnlyList<string> Check(string file)
    {
        try
        {
            using var session = SqliteFile.Connect(file, SqliteOpenMode.ReadOnly);
            session.Execute($"PRAGMA busy_timeout = {PatienceMilliseconds};");
            return session.Read("PRAGMA quick_check(1)") is { } said and not "ok" ? [said] : [];
        }
        catch (SqliteException said)
        {
            return [RecordFaults.Words(said)];
        }
    }
}
