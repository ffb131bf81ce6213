using System.Text;

namespace Optimizer.Connectors.Files;

/// <summary>The UTF-8 bytes of a file, whatever it is stored as: unzipped, transcoded from UTF-16, without a byte order mark.</summary>
internal sealed class FileContent : IDisposable
{
    // Enough for any file that is read while a person waits, and no bomb can hold the process for long.
    private const int InspectedBytes = 1 << 28;

    private readonly Stream _stored;
    private readonly Stream _text;
    private readonly bool _isZipped;

    private FileContent(string path, Stream stored, Stream text, bool isZipped)
    {
        _isZipped = isZipped;
        Path = path;
        _stored = stored;
        _text = text;
    }

    public string Path { get; }

    /// <summary>Whether the file can be opened a second time and shows the same bytes; false for pipes.</summary>
    public bool CanReopen => _stored.CanSeek;

    /// <summary>Share of the stored (compressed) bytes consumed, 0 to 1; null for pipes.</summary>
    public double? Progress => !_stored.CanSeek
        ? null
        : _stored.Length == 0 ? 1 : Math.Min(1, (double)_stored.Position / _stored.Length);

    public static FileContent Open(string path, Stream stored)
    {
        try
        {
            var opened = new PeekedStream(stored);
            StoredFormat.Refuse(path, opened.Peek(StoredFormat.PeekBytes));
            var isZipped = opened.Peek(2) is [0x1F, 0x8B];
            return new FileContent(path, stored, Utf8(isZipped ? new PeekedStream(new GzipText(opened)) : opened), isZipped);
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            stored.Dispose();
            throw Unreadable(path, 1, cause);
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    /// <summary>Fills the span, or as much of it as the file still has. <paramref name="line"/> is where a fault is reported.</summary>
    public int Fill(Span<byte> target, long line)
    {
        try
        {
            return _text.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (Exception cause) when (cause is InvalidDataException or IOException or DecoderFallbackException)
        {
            throw Unreadable(Path, line, cause);
        }
    }

    /// <summary>
    /// The true cause of a malformed record, if it is damage to the gzip data: that shows only at its end, long after the records
    /// it garbled. Reads the rest of the file; null when that is sound.
    /// </summary>
    public FileFaultException? DamageBehind(FileFaultException malformed)
    {
        if (!_isZipped || malformed.Line is not { } line || malformed.InnerException is not null)
        {
            return null;
        }

        var rest = new byte[1 << 16];
        try
        {
            for (var left = InspectedBytes; left > 0 && Fill(rest, line) == rest.Length; left -= rest.Length)
            {
            }

            return null;
        }
        catch (FileFaultException damage)
        {
            return damage;
        }
    }

    public void Dispose()
    {
        _text.Dispose();
        _stored.Dispose();
    }

    private static Stream Utf8(PeekedStream bytes)
    {
        var mark = bytes.Peek(3);
        if (mark is [0xEF, 0xBB, 0xBF])
        {
            bytes.Skip(3);
            return bytes;
        }

        if (mark is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]))
        {
            return bytes;
        }

        var utf16 = new UnicodeEncoding(bigEndian: mark[0] == 0xFE, byteOrderMark: false, throwOnInvalidBytes: true);
        bytes.Skip(2);
        return Encoding.CreateTranscodingStream(bytes, utf16, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private static FileFaultException Unreadable(string path, long line, Exception cause) => cause switch
    {
        InvalidDataException => new FileFaultException(
            path, line, null, "the gzip data is damaged or cut off, here or further on; fetch or compress the file again", cause),
        DecoderFallbackException => new FileFaultException(
            path, line, null, "the UTF-16 text is damaged or cut off from here on; save the file as UTF-8", cause),
        _ => new FileFaultException(path, line, null, $"the file cannot be read from here on ({cause.Message})", cause),
    };
}
