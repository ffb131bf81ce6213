using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Optimizer.Connectors.Files;

/// <summary>What a record's bytes must be: UTF-8 text without NUL; and its physical lines.</summary>
internal static class RecordText
{
    /// <summary>Line breaks (CR, LF or CRLF) within a record.</summary>
    public static int LineBreaks(ReadOnlySpan<byte> record) =>
        record.Count((byte)'\n') + record.Count((byte)'\r') - record.Count("\r\n"u8);

    public static void Check(string path, long line, ReadOnlySpan<byte> record)
    {
        var nul = record.IndexOf((byte)0);
        if (nul >= 0)
        {
            // Plain UTF-16 has a NUL beside every Latin letter; anything else with NULs is not text.
            var problem = 3 * record.Count((byte)0) >= record.Length
                ? "the file looks like UTF-16 without a byte order mark; save it as UTF-8"
                : "the line holds a NUL byte, so the file is damaged or not text; export it again as UTF-8";
            throw new FileFaultException(path, line + LineBreaks(record[..nul]), null, problem);
        }

        if (!Utf8.IsValid(record))
        {
            var bad = FirstInvalid(record);
            var guess = LooksLikeLatin1(record)
                ? "the file looks like Latin-1 (Windows-1252); save it as UTF-8"
                : "the file is damaged or mixes encodings; save it as UTF-8";
            throw new FileFaultException(path, line + LineBreaks(record[..bad]), null, string.Create(
                CultureInfo.InvariantCulture, $"byte 0x{record[bad]:X2} is not valid UTF-8; {guess}"));
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> record)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(record[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    // Latin-1 letters stand alone between ASCII; a record that also holds well-formed UTF-8 sequences is something else.
    private static bool LooksLikeLatin1(ReadOnlySpan<byte> record)
    {
        for (var at = 0; at < record.Length;)
        {
            var status = Rune.DecodeFromUtf8(record[at..], out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done && !rune.IsAscii)
            {
                return false;
            }

            // Bytes that Windows-1252 leaves undefined.
            if (record[at] is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D)
            {
                return false;
            }

            at += status == System.Buffers.OperationStatus.Done ? length : 1;
        }

        return true;
    }
}
