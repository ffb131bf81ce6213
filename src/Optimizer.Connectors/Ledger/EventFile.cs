using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Ledger;

/// <summary>Opens files of events: JSONL or CSV (told by name, else by content), plain or gzip.</summary>
public static class EventFile
{
    private static readonly string[] Lines = [".jsonl", ".ndjson", ".json"];
    private static readonly string[] Tables = [".csv", ".tsv", ".txt"];

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileFaultException">It is missing, cannot be read, or its columns are not the fields of events.</exception>
    public static EventSource Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return IsTable(path)
            ? new EventTable(path, DelimitedFile.Open(path))
            : new EventLines(path, new LineReader(FileContent.Open(path, DelimitedFile.OpenOrFault(path, DelimitedFile.OpenStream))));
    }

    private static bool IsTable(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return !Lines.Contains(extension) && (Tables.Contains(extension) || !BeginsAsObject(path));
    }

    // A pipe shows its bytes only once; what comes through one is taken for lines.
    private static bool BeginsAsObject(string path)
    {
        using var stored = DelimitedFile.OpenOrFault(path, DelimitedFile.OpenStream);
        if (!stored.CanSeek)
        {
            return true;
        }

        using var content = FileContent.Open(path, stored);
        Span<byte> start = stackalloc byte[64];
        return start[..content.Fill(start, 1)].TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    }
}
