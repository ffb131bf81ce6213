using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using SQLitePCL;

namespace Optimizer.Embedded.Storage;

/// <summary>
/// A statement prepared for the life of its session. It speaks to SQLite directly: a command object with named parameters
/// costs several times what the row itself does.
/// </summary>
internal sealed class Statement(SqliteSession session, sqlite3_stmt handle) : IDisposable
{
    private const int LongestOnStack = 512;

    private readonly nint _pointer = handle.DangerousGetHandle();

    /// <summary>Binds a parameter; the first is 1. Bindings stay until they are bound anew.</summary>
    public Statement Bind(int parameter, long value) => Checked(NativeSqlite.BindNumber(_pointer, parameter, value));

    public Statement Bind(int parameter, long? value) =>
        value is { } number ? Bind(parameter, number) : Checked(NativeSqlite.BindNull(_pointer, parameter));

    public Statement Bind(int parameter, bool value) => Bind(parameter, value ? 1L : 0L);

    public Statement Bind(int parameter, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return Checked(value is null ? raw.sqlite3_bind_null(handle, parameter) : raw.sqlite3_bind_text(handle, parameter, ""));
        }

        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (size <= LongestOnStack)
        {
            Span<byte> bytes = stackalloc byte[LongestOnStack];
            return BindText(parameter, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(size);
        BindText(parameter, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    /// <summary>Binds text given as UTF-8, at least one byte.</summary>
    public Statement BindText(int parameter, ReadOnlySpan<byte> utf8) =>
        Checked(NativeSqlite.BindText(_pointer, parameter, ref MemoryMarshal.GetReference(utf8), utf8.Length, NativeSqlite.Transient));

    /// <summary>Binds bytes; empty ones stay apart from null.</summary>
    public Statement Bind(int parameter, ReadOnlySpan<byte> bytes) =>
        Checked(bytes.IsEmpty
            ? raw.sqlite3_bind_zeroblob(handle, parameter, 0)
            : NativeSqlite.BindBytes(_pointer, parameter, ref MemoryMarshal.GetReference(bytes), bytes.Length, NativeSqlite.Transient));

    public Statement Bind(int parameter, ReadOnlyMemory<byte>? bytes) =>
        bytes is { } some ? Bind(parameter, some.Span) : Checked(raw.sqlite3_bind_null(handle, parameter));

    /// <summary>Runs a statement that gives no rows, and says how many rows it changed.</summary>
    public int Run()
    {
        var code = NativeSqlite.Step(_pointer);
        _ = NativeSqlite.Reset(_pointer);
        return code is raw.SQLITE_DONE or raw.SQLITE_ROW ? session.Changes : throw session.Fault(code);
    }

    /// <summary>All rows.</summary>
    public List<T> All<T>(Func<Statement, T> read)
    {
        var rows = new List<T>();
        try
        {
            while (Next())
            {
                rows.Add(read(this));
            }
        }
        finally
        {
            _ = NativeSqlite.Reset(_pointer);
        }

        return rows;
    }

    /// <summary>The first row, or the default without one.</summary>
    public T? First<T>(Func<Statement, T> read)
    {
        try
        {
            return Next() ? read(this) : default;
        }
        finally
        {
            _ = NativeSqlite.Reset(_pointer);
        }
    }

    /// <summary>Looks at all rows, without keeping any.</summary>
    public void Each(Action<Statement> look)
    {
        try
        {
            while (Next())
            {
                look(this);
            }
        }
        finally
        {
            _ = NativeSqlite.Reset(_pointer);
        }
    }

    /// <summary>A column of the present row; the first is 0.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    public bool Flag(int column) => raw.sqlite3_column_int(handle, column) != 0;

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    // Read as bytes, because the text of the driver ends at the first NUL.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A text as UTF-8, or bytes, until the next row.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(handle, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public byte[]? BytesOrNull(int column) => IsNull(column) ? null : Bytes(column);

    public void Dispose() => handle.Dispose();

    private bool Next() => NativeSqlite.Step(_pointer) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        var code => throw session.Fault(code),
    };

    private Statement Checked(int code) => code == raw.SQLITE_OK ? this : throw session.Fault(code);
}
