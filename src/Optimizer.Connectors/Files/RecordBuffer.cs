using System.Buffers;

namespace Optimizer.Connectors.Files;

/// <summary>A window on the file that holds the current record whole; it grows with the record.</summary>
/// <param name="content">The file.</param>
/// <param name="capacity">Bytes held at first.</param>
/// <param name="largestRecord">Bytes of a record, its line end included, up to which it grows.</param>
internal sealed class RecordBuffer(FileContent content, int capacity, int largestRecord) : IDisposable
{
    /// <summary>Bytes after <see cref="End"/> that exist but mean nothing, so that a scan may load whole vectors.</summary>
    public const int Slack = 64;

    private int _capacity = Math.Max(1, capacity);

    public byte[] Bytes { get; private set; } = ArrayPool<byte>.Shared.Rent(Math.Max(1, capacity) + Slack);

    /// <summary>Where the bytes read so far end.</summary>
    public int End { get; private set; }

    /// <summary>Whether the file has no more bytes than these.</summary>
    public bool Ended { get; private set; }

    /// <summary>Whether all bytes are ASCII without NUL, so that no record needs a closer look.</summary>
    public bool IsPlain { get; private set; } = true;

    public string Path => content.Path;

    /// <summary>Reads the beginning of the file without consuming it.</summary>
    public ReadOnlySpan<byte> Sample(int bytes)
    {
        if (_capacity < bytes)
        {
            Grow(bytes, 0);
        }

        Fill(1);
        return Bytes.AsSpan(0, End);
    }

    /// <summary>Moves the unfinished record to the front and reads on behind it; it starts at 0 afterwards. It must be smaller than the largest.</summary>
    public void Refill(int recordStart, long line)
    {
        var kept = End - recordStart;
        if (kept == _capacity)
        {
            Grow((int)Math.Min(2L * _capacity, largestRecord), recordStart);
        }
        else
        {
            Bytes.AsSpan(recordStart, kept).CopyTo(Bytes);
        }

        End = kept;
        Fill(line);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(Bytes);
        Bytes = [];
        End = 0;
        Ended = true;
    }

    private void Fill(long line)
    {
        var wanted = _capacity - End;
        var read = content.Fill(Bytes.AsSpan(End, wanted), line);
        End += read;
        Ended = read < wanted;
        IsPlain = Bytes.AsSpan(0, End).IndexOfAnyExceptInRange((byte)1, (byte)127) < 0;
    }

    private void Grow(int capacity, int from)
    {
        var larger = ArrayPool<byte>.Shared.Rent(capacity + Slack);
        Bytes.AsSpan(from, End - from).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(Bytes);
        Bytes = larger;
        _capacity = capacity;
    }
}
