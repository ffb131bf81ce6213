namespace Optimizer.Connectors.Files;

/// <summary>A forward stream whose first bytes can be looked at before they are read: pipes cannot be rewound.</summary>
internal sealed class PeekedStream(Stream inner) : ForwardStream(inner)
{
    private readonly Stream _inner = inner;
    private readonly byte[] _head = new byte[16];
    private int _from;
    private int _to;

    /// <summary>The next bytes, fewer at the end of the stream; they stay unread. Look before the first read, at most 16 bytes.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_to < count)
        {
            _to += _inner.ReadAtLeast(_head.AsSpan(_to, count - _to), count - _to, throwOnEndOfStream: false);
        }

        return _head.AsSpan(_from, Math.Min(count, _to - _from));
    }

    /// <summary>Drops bytes that were peeked.</summary>
    public void Skip(int count) => _from += count;

    public override int Read(Span<byte> buffer)
    {
        if (_from == _to)
        {
            return _inner.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _to - _from);
        _head.AsSpan(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }
}
