using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Optimizer.Connectors.Files;

/// <summary>Splits the buffer into records and fields (RFC 4180, with CR, LF or CRLF line ends).</summary>
internal sealed class RecordScanner(RecordBuffer buffer, byte delimiter, int maxRecordBytes)
{
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    // A record at the limit may still have CR and LF behind it.
    public const int LineEndBytes = 2;

    private FieldSlot[] _slots = new FieldSlot[16];
    private int _start;
    private int _end;
    private int _next;
    private long _nextLine = 1;
    private bool _hasQuotes;
    private int _openAt = -1;
    private int _openColumn;

    /// <summary>Physical line, from 1, at which the current record starts.</summary>
    public long Line { get; private set; }

    public int FieldCount { get; private set; }

    /// <summary>Whether the current record is a line of no bytes at all.</summary>
    public bool IsBlank => _start == _end;

    /// <summary>Column names for faults; empty while the header itself is read.</summary>
    public IReadOnlyList<string> Names { get; set; } = [];

    // Nothing behind the limit is looked at, so that a fault does not depend on how much happens to be in the buffer.
    private int WindowEnd => (int)Math.Min(buffer.End, (long)_start + maxRecordBytes + LineEndBytes);

    // A record that fills the window is too long whatever follows; whether the file ends just there is known to some buffers only.
    private bool EndsWithin(int windowEnd) => buffer.Ended && windowEnd == buffer.End && windowEnd - _start < maxRecordBytes + LineEndBytes;

    public ReadOnlySpan<byte> this[int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)column >= (uint)FieldCount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(column), column, $"The current record has {FieldCount} fields; call Read first and count from 0.");
            }

            ref readonly var slot = ref _slots[column];
            return buffer.Bytes.AsSpan(slot.Start, slot.Length);
        }
    }

    /// <summary>Advances to the next record; false at the end of the file.</summary>
    // Fully optimised at first call: one file is read in one call's time, too short for the runtime to tier it up.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next()
    {
        _start = _next;
        Line = _nextLine;
        FieldCount = 0;
        while (!Scan())
        {
            if (buffer.Ended && buffer.End == _start)
            {
                return false;
            }

            if (buffer.End - _start >= maxRecordBytes + LineEndBytes)
            {
                throw TooLong();
            }

            buffer.Refill(_start, Line);
            _start = 0;
        }

        _nextLine = Line + 1;
        if (_end - _start > maxRecordBytes)
        {
            throw TooLong();
        }

        if (!buffer.IsPlain)
        {
            RecordText.Check(buffer.Path, Line, buffer.Bytes.AsSpan(_start, _end - _start));
        }

        if (_hasQuotes)
        {
            _nextLine += RecordText.LineBreaks(buffer.Bytes.AsSpan(_start, _end - _start));
            Undouble();
        }

        return true;
    }

    /// <summary>Drops the current record's fields, so that the header cannot be mistaken for a row.</summary>
    public void Forget() => FieldCount = 0;

    // True with a whole record in the slots; false when the buffer ends first (or the file, with no bytes left).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Scan()
    {
        var bytes = buffer.Bytes;
        var end = WindowEnd;
        var ended = EndsWithin(end);
        var slots = _slots;
        var count = 0;
        var fieldStart = _start;
        var closedAt = -1;
        var doubled = false;
        var block = _start - Vector256<byte>.Count;
        var marks = 0u;
        _hasQuotes = false;
        _openAt = -1;
        while (true)
        {
            int at;
            while (marks == 0 && block + Vector256<byte>.Count < end)
            {
                block += Vector256<byte>.Count;
                marks = Marks(bytes.AsSpan(block, Vector256<byte>.Count));
            }

            if (marks == 0 || (at = block + BitOperations.TrailingZeroCount(marks)) >= end)
            {
                if (!ended || _start == end)
                {
                    return false;
                }

                at = end;
            }

            marks &= marks - 1;
            var mark = at == end ? LineFeed : bytes[at];
            if (mark == Quote)
            {
                // A quote inside an unquoted value (5" pipe) is a character like any other.
                if (at == fieldStart)
                {
                    closedAt = QuotedText.FindClosing(bytes.AsSpan(0, end), at, ended, out doubled);
                    if (closedAt < 0)
                    {
                        _openAt = at;
                        _openColumn = count;
                        return ended
                            ? throw Fault(at, count, "the quote opened here is never closed; close it, or write a quote inside a value twice (\"\")")
                            : false;
                    }

                    _hasQuotes = true;
                    block = closedAt + 1 - Vector256<byte>.Count;
                    marks = 0;
                }

                continue;
            }

            if (mark == CarriageReturn && at + 1 == end && !ended)
            {
                return false;
            }

            if (count == slots.Length)
            {
                Array.Resize(ref _slots, 2 * count);
                slots = _slots;
            }

            if (closedAt < 0)
            {
                slots[count++] = new FieldSlot(fieldStart, at - fieldStart, false);
            }
            else
            {
                slots[count] = at == closedAt + 1
                    ? new FieldSlot(fieldStart + 1, closedAt - fieldStart - 1, doubled)
                    : throw Fault(closedAt, count, "text follows the closing quote; inside a quoted value write each quote twice (\"\")");
                count++;
                closedAt = -1;
            }

            fieldStart = at + 1;
            if (mark != delimiter)
            {
                _end = at;
                _next = at == end ? end : mark == CarriageReturn && fieldStart < end && bytes[fieldStart] == LineFeed ? fieldStart + 1 : fieldStart;
                FieldCount = count;
                return true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Marks(ReadOnlySpan<byte> block)
    {
        var bytes = Vector256.Create(block);
        return (Vector256.Equals(bytes, Vector256.Create(delimiter))
            | Vector256.Equals(bytes, Vector256.Create(LineFeed))
            | Vector256.Equals(bytes, Vector256.Create(CarriageReturn))
            | Vector256.Equals(bytes, Vector256.Create(Quote))).ExtractMostSignificantBits();
    }

    // In place: the record is whole, so its raw form is not needed again.
    private void Undouble()
    {
        foreach (ref var slot in _slots.AsSpan(0, FieldCount))
        {
            if (slot.HasDoubledQuotes)
            {
                slot = new FieldSlot(slot.Start, QuotedText.Undouble(buffer.Bytes.AsSpan(slot.Start, slot.Length)), false);
            }
        }
    }

    private FileFaultException TooLong()
    {
        var limit = maxRecordBytes.ToString("N0", CultureInfo.InvariantCulture);
        return _openAt < 0
            ? new FileFaultException(buffer.Path, Line, null, $"the record that starts here is longer than {limit} bytes; end each record with a line break")
            : Fault(_openAt, _openColumn, $"the quote opened here is not closed within a record of {limit} bytes; close it, or write a quote inside a value twice (\"\")");
    }

    private FileFaultException Fault(int at, int column, string problem) => new(
        buffer.Path,
        Line + RecordText.LineBreaks(buffer.Bytes.AsSpan(_start, at - _start)),
        column < Names.Count ? Names[column] : null,
        problem);
}
