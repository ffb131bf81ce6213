using Microsoft.Data.Sqlite;

namespace Optimizer.Embedded.Storage;

/// <summary>Copies an open store to a new file, which appears under its name only when it is whole and on the disk.</summary>
internal static class BackupCopy
{
    /// <exception cref="EngineFileException">It exists already, or cannot be written.</exception>
    public static void Write(SqliteSession session, string file)
    {
        if (session.InChange)
        {
            throw new InvalidOperationException("a change is open; what is not committed is no part of a copy");
        }

        var target = Target(file);
        var partial = target + ".partial";
        try
        {
            if (Path.Exists(target))
            {
                throw new EngineFileException(target, "exists already; a backup is never written over another file");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // A left-over of a copy that was cut short.
            File.Delete(partial);
            Copy(session, partial);
            File.Move(partial, target, overwrite: false);
        }
        catch (SqliteException problem)
        {
            throw StoreFaults.OfFile(target, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new EngineFileException(target, $"cannot be written: {problem.Message}", problem);
        }
        finally
        {
            Drop(partial);
        }
    }

    private static string Target(string file)
    {
        try
        {
            return Path.GetFullPath(file);
        }
        catch (Exception problem) when (problem is ArgumentException or PathTooLongException)
        {
            throw new EngineFileException(file, $"is not the name of a file: {problem.Message}", problem);
        }
    }

    private static void Copy(SqliteSession session, string partial)
    {
        using (var copy = SqliteFile.Connect(partial))
        {
            session.Connection.BackupDatabase(copy.Connection);
        }

        using var written = new FileStream(partial, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static void Drop(string partial)
    {
        try
        {
            File.Delete(partial);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It is in the way of nothing: the next copy begins by deleting it.
        }
    }
}
