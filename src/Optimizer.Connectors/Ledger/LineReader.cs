using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Ledger;

/// <summary>Lines of a file in constant memory: one that is too long is passed over, and the rest goes on.</summary>
internal sealed class LineReader : IDisposable
{
    /// <summary>Bytes of a line, its end not counted.</summary>
    public const int Longest = 1 << 16;

    private readonly FileContent _content;
    private byte[] _bytes = new byte[1 << 18];
    private int _start;
    private int _end;
    private bool _ended;

    public LineReader(FileContent content) => _content = content;

    /// <summary>Place of the present line, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Bytes of the present line, also of what was passed over.</summary>
    public long Length { get; private set; }

    public double? Progress => _content.Progress;

    /// <summary>The next line without its end, valid until the next; of one that is too long the beginning. False at the end of the file.</summary>
    /// <exception cref="FileFaultException">The file cannot be read on.</exception>
    public bool Read(out ReadOnlySpan<byte> line)
    {
        var at = Find();
        if (at < 0 && _start == _end)
        {
            line = [];
            return false;
        }

        Line++;
        var length = (at < 0 ? _end : at) - _start;
        if (at < 0 && !_ended)
        {
            line = Pass();
            return true;
        }

        line = _bytes.AsSpan(_start, length);
        line = line is [.., (byte)'\r'] ? line[..^1] : line;
        Length = line.Length;
        _start += length + (at < 0 ? 0 : 1);
        return true;
    }

    public void Dispose() => _content.Dispose();

    // Where the present line ends; negative when it is longer than fits, or the file ends without a line end.
    private int Find()
    {
        var from = _start;
        while (true)
        {
            var at = _bytes.AsSpan(from, _end - from).IndexOf((byte)'\n');
            if (at >= 0)
            {
                return from + at;
            }

            if (_ended || _end - _start > Longest + 1)
            {
                return -1;
            }

            from = _end - _start;
            Fill();
        }
    }

    private void Fill()
    {
        _bytes.AsSpan(_start, _end - _start).CopyTo(_bytes);
        (_start, _end) = (0, _end - _start);
        var room = _bytes.Length - _end;
        var read = _content.Fill(_bytes.AsSpan(_end, room), Line + 1);
        _end += read;
        _ended = read < room;
    }

    // The beginning of a line that is too long; its end, which may be far, is looked for and left behind.
    private ReadOnlySpan<byte> Pass()
    {
        var beginning = _bytes.AsSpan(_start, Longest).ToArray();
        for (Length = 0; ;)
        {
            var at = _bytes.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (at >= 0 || _ended)
            {
                Length += at >= 0 ? at : _end - _start;
                _start = at >= 0 ? _start + at + 1 : _end;
                return beginning;
            }

            Length += _end - _start;
            _start = _end;
            Fill();
        }
    }
}
