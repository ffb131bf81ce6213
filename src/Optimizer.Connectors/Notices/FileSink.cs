using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Notices;

/// <summary>
/// Notices in a file, one JSON object a line and one line per version of an object. What a dying process wrote last is looked at before the
/// next line is: a line that was written whole is not written again, and a broken one is taken back.
/// </summary>
/// <param name="name">As the settings name it.</param>
/// <param name="path">The file; made when absent.</param>
/// <param name="link">Address of the cockpit; null for none.</param>
public sealed class FileSink(string name, string path, Uri? link) : INoticeSink
{
    // More than the lines of any one parcel that could have been written without being marked.
    private const int TailBytes = 1 << 20;

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private readonly Lock _gate = new();
    private bool _isSure;

    public string Name => name;

    public Task<SinkAnswer> DeliverAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parcel);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            try
            {
                using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
                var written = _isSure ? [] : Tail(file);
                _isSure = false;
                file.Seek(0, SeekOrigin.End);
                foreach (var kept in parcel.Notices.Where(kept => parcel.ReplayOf is not null || !written.Contains(kept.Key)))
                {
                    file.Write([.. JsonSerializer.SerializeToUtf8Bytes(NoticeJson.Of(kept, kept.Key, link)), .. NewLine]);
                }

                file.Flush(flushToDisk: true);
                _isSure = true;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return Task.FromResult(new SinkAnswer(false, NoticeText.Plain(fault.Message)));
            }
        }

        return Task.FromResult(new SinkAnswer(true, "written"));
    }

    /// <summary>Keys of the last lines; what stands after the last end of a line is cut off.</summary>
    private static HashSet<string> Tail(FileStream file)
    {
        var start = Math.Max(0, file.Length - TailBytes);
        var bytes = new byte[file.Length - start];
        file.Seek(start, SeekOrigin.Begin);
        file.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, NewLine[0]) + 1;
        if (end < bytes.Length && (end > 0 || start == 0))
        {
            file.SetLength(start + end);
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (KeyOf(line) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    // The first line of the tail may begin in its middle, and people may have written into the file: those lines have no key.
    private static string? KeyOf(string line)
    {
        try
        {
            return JsonNode.Parse(line) is JsonObject notice && notice["id"] is JsonValue id && id.TryGetValue<string>(out var key) ? key : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
