using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Optimizer.Embedded.Ledger;

/// <summary>
/// The hash of a batch: SHA-256 over the hash of the batch before it and every row as bytes. Each row is its kind, its numbers in eight bytes
/// each, and its texts as UTF-8 behind their length; a text that is absent has length -1.
/// </summary>
internal sealed class LogBytes : IDisposable
{
    private const int Large = 1 << 16;
    private const byte Event = (byte)'E';
    private const byte Definition = (byte)'D';

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _bytes = new byte[2 * Large];
    private int _length;

    /// <summary>Begins a batch.</summary>
    public void Begin(ReadOnlySpan<byte> previous)
    {
        _ = _hash.GetHashAndReset();
        _length = 0;
        _hash.AppendData(previous);
    }

    public void AddEvent(long sequence, long at, long experiment, long variant, long? value)
    {
        Room(64);
        _bytes[_length++] = Event;
        Number(sequence);
        Number(at);
        Number(experiment);
        Number(variant);
        _bytes[_length++] = value is null ? (byte)0 : (byte)1;
        Number(value ?? 0);
    }

    public void AddDefinition(long sequence, long at, long experiment)
    {
        Room(64);
        _bytes[_length++] = Definition;
        Number(sequence);
        Number(at);
        Number(experiment);
    }

    /// <summary>Adds a text of the row, and gives its bytes until the next is added.</summary>
    public ReadOnlySpan<byte> AddText(string? text)
    {
        var most = text is null ? 0 : Encoding.UTF8.GetMaxByteCount(text.Length);
        Room(most + 8);
        if (text is null)
        {
            Number(-1);
            return [];
        }

        var start = _length + 8;
        var length = Encoding.UTF8.GetBytes(text, _bytes.AsSpan(start));
        Number(length);
        _length += length;
        return _bytes.AsSpan(start, length);
    }

    /// <summary>Adds a text that is stored as UTF-8.</summary>
    public void AddText(ReadOnlySpan<byte> utf8)
    {
        Room(utf8.Length + 8);
        Number(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Ends the batch.</summary>
    public byte[] End()
    {
        Flush();
        return _hash.GetHashAndReset();
    }

    public void Dispose() => _hash.Dispose();

    private void Number(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_length), number);
        _length += 8;
    }

    private void Room(int needed)
    {
        if (_length > Large || _length + needed > _bytes.Length)
        {
            Flush();
        }

        if (needed > _bytes.Length)
        {
            _bytes = new byte[2 * needed];
        }
    }

    private void Flush()
    {
        _hash.AppendData(_bytes, 0, _length);
        _length = 0;
    }
}
