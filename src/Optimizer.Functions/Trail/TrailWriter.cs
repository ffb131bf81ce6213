using Optimizer.Domain.Audit;
using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Trail;

/// <summary>
/// Writes batches: the records, and the head under the tag with which it was read. Of two that read the same head one is refused, reads
/// again and goes on behind the other, so that the chain cannot fork.
/// </summary>
internal sealed class TrailWriter(RowTable rows, Contest contest)
{
    /// <summary>Appends what is not there yet; all of it, or nothing.</summary>
    /// <returns>The records by key, those that were there included.</returns>
    public Task<IReadOnlyDictionary<string, AuditRecord>> WriteAsync(TrailBatch batch, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, AuditRecord>(StringComparer.Ordinal);
        var isRefused = false;
        return contest.RunAsync<IReadOnlyDictionary<string, AuditRecord>>("the head of the audit trail", async () =>
        {
            // Hardly ever is a key there already: it is looked for only when something was in the way.
            if (isRefused)
            {
                await FindAsync(batch.Entries.Where(entry => !found.ContainsKey(entry.Key)), found, cancellationToken);
            }

            isRefused = !await TryAsync([.. batch.Entries.Where(entry => !found.ContainsKey(entry.Key))], found, cancellationToken);
            return (!isRefused, found);
        }, cancellationToken);
    }

    private async Task<bool> TryAsync(IReadOnlyList<TrailEntry> entries, Dictionary<string, AuditRecord> found, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return true;
        }

        var row = await rows.FindAsync(TrailKeys.Partition, TrailKeys.Head, cancellationToken);
        var head = TrailText.Head(row);
        var (changes, records) = (new List<RowChange>(), new List<AuditRecord>());
        foreach (var entry in entries)
        {
            var link = AuditChain.Next(head, entry.Key, entry.Text);
            changes.AddRange(entry.Changes(link));
            records.Add(TrailText.Record(link, entry.Entry));
            head = new(link.Sequence, link.Hash);
        }

        changes.Add(new(TrailKeys.Head, TrailText.Of(head), row?.Tag));
        if (!await rows.TryWriteAsync(TrailKeys.Partition, changes, cancellationToken))
        {
            return false;
        }

        records.ForEach(record => found.Add(record.Key, record));
        return true;
    }

    private async Task FindAsync(IEnumerable<TrailEntry> entries, Dictionary<string, AuditRecord> found, CancellationToken cancellationToken)
    {
        foreach (var record in await Task.WhenAll(entries.Select(entry => FindAsync(entry.Key, cancellationToken))))
        {
            if (record is not null)
            {
                found.Add(record.Key, record);
            }
        }
    }

    private async Task<AuditRecord?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(TrailKeys.Partition, TrailKeys.Key(key), cancellationToken) is not { } row)
        {
            return null;
        }

        var record = await rows.FindAsync(TrailKeys.Partition, TrailKeys.Records + row.Text, cancellationToken)
            ?? throw new InvalidDataException($"record {row.Text} of the audit trail has a key and is not there; verify the trail");
        return TrailText.Record(TrailText.Link(record));
    }
}
