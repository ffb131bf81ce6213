using System.Runtime.InteropServices;

namespace Optimizer.Embedded.Storage;

/// <summary>
/// The few calls that are made for every row of an import, without what the driver puts around each: counting the references of its handle
/// costs more than the call. Same library, same functions; whoever calls holds the statement meanwhile.
/// </summary>
internal static class NativeSqlite
{
    /// <summary>Tells SQLite to copy what is bound before the call returns.</summary>
    public const nint Transient = -1;

    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64")]
    public static extern int BindNumber(nint statement, int parameter, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null")]
    public static extern int BindNull(nint statement, int parameter);

    [DllImport(Library, EntryPoint = "sqlite3_bind_text")]
    public static extern int BindText(nint statement, int parameter, ref byte utf8, int length, nint release);

    [DllImport(Library, EntryPoint = "sqlite3_bind_blob")]
    public static extern int BindBytes(nint statement, int parameter, ref byte bytes, int length, nint release);

    [DllImport(Library, EntryPoint = "sqlite3_step")]
    public static extern int Step(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_reset")]
    public static extern int Reset(nint statement);

    [DllImport(Library, EntryPoint = "sqlite3_changes")]
    public static extern int Changes(nint database);
}
