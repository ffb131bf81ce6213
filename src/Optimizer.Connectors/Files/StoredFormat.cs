namespace Optimizer.Connectors.Files;

/// <summary>Files people take for CSV: named in the fault, instead of a riddle about bytes on line 1.</summary>
internal static class StoredFormat
{
    public const int PeekBytes = 8;

    public static void Refuse(string path, ReadOnlySpan<byte> start)
    {
        if (Name(start) is { } name)
        {
            throw new FileFaultException(path, null, null, $"this is {name}; save or export it as CSV (plain or gzip)");
        }
    }

    private static string? Name(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => "an Excel workbook or a zip archive",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an Excel 97 workbook",
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', 0x15, ..] => "a Parquet file",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "a zstd archive",
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] => "an xz archive",
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26] => "a bzip2 archive",
        _ => null,
    };
}
