using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Optimizer.Embedded.Records;

/// <summary>What SQLite's codes mean for a file of records, in words.</summary>
internal static class RecordFaults
{
    public static string Words(SqliteException said) => $"{Problem(said.SqliteErrorCode)} ({said.Message})";

    public static bool MayPass(SqliteException said) =>
        said.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_NOMEM or raw.SQLITE_CANTOPEN;

    private static string Problem(int code) => code switch
    {
        raw.SQLITE_FULL => "the disk is full; free some space",
        raw.SQLITE_IOERR => "the disk failed to read or write",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "another process is writing it and did not finish in time; try again",
        raw.SQLITE_NOMEM => "there is not enough memory",
        raw.SQLITE_CANTOPEN => "the file cannot be opened; look at the permissions of it and its folder",
        raw.SQLITE_READONLY => "the file, its folder or its disk is read-only",
        raw.SQLITE_PERM or raw.SQLITE_AUTH => "permission to the file is denied",
        raw.SQLITE_CORRUPT => "the file is damaged; restore a backup",
        raw.SQLITE_NOTADB => "the file holds no records of plays, or its beginning is damaged",
        raw.SQLITE_CONSTRAINT => "the change contradicts what is stored",
        raw.SQLITE_TOOBIG => "a value is larger than the database can hold",
        _ => "the database refused",
    };
}
