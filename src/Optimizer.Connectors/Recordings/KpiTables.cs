using Optimizer.Connectors.Files;

namespace Optimizer.Connectors.Recordings;

/// <summary>
/// The files read last, kept while they do not change: a tick asks one file several times, and thousands of files once a day. What
/// does not change costs a look at its size and time.
/// </summary>
internal sealed class KpiTables(TimeProvider clock)
{
    private const int MostKept = 256;

    // A file system may count time in steps: a file written so shortly before it was read may be written again within the same step.
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);

    // Whoever copies a file with its time may leave size and time as they were.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Null when there is no such file.</summary>
    /// <exception cref="FileFaultException">It cannot be used; nothing of it is kept.</exception>
    public KpiTable? Find(string path, IReadOnlyList<string> columns)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return null;
        }

        var (size, written, now) = (file.Length, new DateTimeOffset(file.LastWriteTimeUtc), clock.GetUtcNow());
        lock (_gate)
        {
            if (_kept.TryGetValue(path, out var kept) && kept.Size == size && kept.Written == written && now - kept.ReadAt is var age
                && age >= TimeSpan.Zero && age < Longest && kept.Columns.SequenceEqual(columns))
            {
                return kept.Table;
            }
        }

        var (table, isWhole) = KpiTableFile.Read(path, columns, now - written);
        if (isWhole && (now - written).Duration() >= Step)
        {
            Keep(path, new(size, written, now, columns, table));
        }

        return table;
    }

    private void Keep(string path, Kept kept)
    {
        lock (_gate)
        {
            if (!_kept.ContainsKey(path))
            {
                _order.Enqueue(path);
            }

            _kept[path] = kept;
            while (_kept.Count > MostKept)
            {
                _kept.Remove(_order.Dequeue());
            }
        }
    }

    private sealed record Kept(long Size, DateTimeOffset Written, DateTimeOffset ReadAt, IReadOnlyList<string> Columns, KpiTable Table);
}
