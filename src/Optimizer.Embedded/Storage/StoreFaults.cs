using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Optimizer.Embedded.Storage;

/// <summary>What SQLite's codes mean, in words.</summary>
internal static class StoreFaults
{
    /// <summary>A failure of an open store.</summary>
    public static StoreException Of(SqliteException said)
    {
        var (problem, mayPass) = Words(said.SqliteErrorCode);
        return new StoreException($"{problem} ({said.Message})", mayPass, said);
    }

    /// <summary>A failure to open a file, or to copy to it.</summary>
    public static EngineFileException OfFile(string file, SqliteException said) =>
        new(file, $"{Words(said.SqliteErrorCode).Problem} ({said.Message})", said);

    /// <summary>Whether another connection holds the file.</summary>
    public static bool IsInUse(SqliteException said) => said.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    private static (string Problem, bool MayPass) Words(int code) => code switch
    {
        raw.SQLITE_FULL => ("the disk is full; free some space", true),
        raw.SQLITE_IOERR => ("the disk failed to read or write", true),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => ("the file is held by another connection", true),
        raw.SQLITE_NOMEM => ("there is not enough memory", true),
        raw.SQLITE_CANTOPEN => ("the file cannot be opened; look at the permissions of it and its folder", true),
        raw.SQLITE_READONLY => ("the file, its folder or its disk is read-only", false),
        raw.SQLITE_PERM or raw.SQLITE_AUTH => ("permission to the file is denied", false),
        raw.SQLITE_CORRUPT => ("the file is damaged; restore a backup", false),
        raw.SQLITE_NOTADB => ("the file is not a database of the engine, or its beginning is damaged", false),
        raw.SQLITE_CONSTRAINT => ("the change contradicts what is stored", false),
        raw.SQLITE_TOOBIG => ("a value is larger than the database can hold", false),
        _ => ("the database refused", false),
    };
}
