using Optimizer.Domain.Audit;
using Optimizer.Functions.Tables;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Trail;

/// <summary>
/// The audit trail in one partition of a table. Entries of one append that fit into a batch, 19 at least, are written all or none; of more, each
/// batch is, in their order, and appending them again goes on where it ended.
/// </summary>
internal sealed class TableAuditTrail : IAuditTrail
{
    private readonly RowTable _rows;
    private readonly TrailReader _reader;
    private readonly TrailQueue _queue;

    public TableAuditTrail(RowTable rows, TimeProvider clock)
    {
        _rows = rows;
        _reader = new(rows);
        _queue = new(new(rows, new(clock)));
    }

    public async Task<IReadOnlyList<AuditRecord>> AppendAsync(IReadOnlyList<KeyedEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        cancellationToken.ThrowIfCancellationRequested();
        var records = new List<AuditRecord>(entries.Count);
        foreach (var some in Parts([.. entries.Select(TrailEntry.Of)]))
        {
            records.AddRange(await _queue.AppendAsync(some, cancellationToken));
        }

        return records;
    }

    public IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _reader.ReadAsync(query, cancellationToken);
    }

    /// <summary>Where the trail ends, as kept apart from its records.</summary>
    public async Task<TrailHead> HeadAsync(CancellationToken cancellationToken) =>
        TrailText.Head(await _rows.FindAsync(TrailKeys.Partition, TrailKeys.Head, cancellationToken));

    /// <summary>Everything that was done to the trail since it was written; empty when nothing was. Others may append meanwhile.</summary>
    public Task<IReadOnlyList<ChainFault>> VerifyAsync(CancellationToken cancellationToken) => new TrailCheck(_rows, _reader).RunAsync(cancellationToken);

    private static IEnumerable<IReadOnlyList<TrailEntry>> Parts(IReadOnlyList<TrailEntry> entries)
    {
        var (batch, part) = (new TrailBatch(), new List<TrailEntry>());
        foreach (var entry in entries)
        {
            if (!batch.TryTake([entry]))
            {
                yield return part;
                (batch, part) = (new(), []);
                if (!batch.TryTake([entry]))
                {
                    throw new ArgumentException($"the entry {entry.Key} is too large for the trail", nameof(entries));
                }
            }

            part.Add(entry);
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
