namespace Optimizer.Embedded.Inspection.Door;

/// <summary>Reads lines from a stream, none longer than it may be.</summary>
/// <param name="stream">Where from.</param>
/// <param name="longest">Most bytes of a line, without its end.</param>
internal sealed class LineReader(Stream stream, int longest)
{
    private byte[] _buffer = new byte[Math.Min(4096, longest + 1)];
    private int _from;
    private int _to;

    /// <summary>The next line without its end, valid until the next call; null at the end of the stream, also within a line.</summary>
    /// <exception cref="InvalidDataException">The line is too long; what follows cannot be read any more.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var end = _buffer.AsSpan(_from + searched, _to - _from - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                var line = _buffer.AsMemory(_from, searched + end);
                _from += searched + end + 1;
                return line.Length <= longest ? line : throw TooLong();
            }

            searched = _to - _from;
            if (searched > longest)
            {
                throw TooLong();
            }

            MakeRoom();
            var read = await stream.ReadAsync(_buffer.AsMemory(_to), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            _to += read;
        }
    }

    private InvalidDataException TooLong() => new($"a line is longer than {longest} bytes");

    private void MakeRoom()
    {
        _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
        (_from, _to) = (0, _to - _from);
        if (_to == _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, Math.Max(longest + 1L, _buffer.Length + 1L)));
        }
    }
}
