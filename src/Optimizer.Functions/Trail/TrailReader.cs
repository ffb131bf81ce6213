using System.Runtime.CompilerServices;
using Optimizer.Domain.Audit;
using Optimizer.Functions.Tables;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Trail;

/// <summary>Reads by marks where the query names what they are sorted by, and otherwise record by record.</summary>
internal sealed class TrailReader(RowTable rows)
{
    // Records fetched at once.
    private const int Together = 32;

    // More kinds than these are found sooner by reading everything.
    private const int MostKinds = 8;

    // Sequences in the first window that is read from the end; each further one is twice as wide, so that what is rare is found soon.
    private const long FirstWindow = 128;

    public IAsyncEnumerable<AuditRecord> ReadAsync(AuditQuery query, CancellationToken cancellationToken) =>
        query.NewestFirst ? BackwardsAsync(query, cancellationToken) : ForwardsAsync(query, cancellationToken);

    // A table is read upwards only.
    private async IAsyncEnumerable<AuditRecord> BackwardsAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = TrailText.Head(await rows.FindAsync(TrailKeys.Partition, TrailKeys.Head, cancellationToken)).Count;
        var (before, window) = (Math.Min(query.BeforeSequence ?? long.MaxValue, head + 1), FirstWindow);
        while (query.AfterSequence < long.MaxValue && before > From(query))
        {
            var from = Math.Max(From(query), before - window);
            var some = await ForwardsAsync(query with { AfterSequence = from - 1, BeforeSequence = before, NewestFirst = false }, cancellationToken).ToListAsync(cancellationToken);
            for (var i = some.Count - 1; i >= 0; i--)
            {
                yield return some[i];
            }

            (before, window) = (from, window * 2);
        }
    }

    private IAsyncEnumerable<AuditRecord> ForwardsAsync(AuditQuery query, CancellationToken cancellationToken) => query switch
    {
        { AfterSequence: long.MaxValue } or { Kinds.Count: 0 } => AsyncEnumerable.Empty<AuditRecord>(),
        { Experiment: { } experiment } => ByMarksAsync([TrailKeys.Experiment(experiment)], query, cancellationToken),
        { Play: { } play } => ByMarksAsync([TrailKeys.Play(play)], query, cancellationToken),
        { Kinds: { Count: <= MostKinds } kinds } => ByMarksAsync([.. kinds.Distinct().Select(TrailKeys.Kind)], query, cancellationToken),
        _ => AllAsync(query, cancellationToken),
    };

    /// <summary>Records as they are chained, from one on.</summary>
    public IAsyncEnumerable<ChainLink> ChainAsync(long from, CancellationToken cancellationToken) => ChainAsync(from, null, cancellationToken);

    private async IAsyncEnumerable<ChainLink> ChainAsync(long from, long? before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = before is { } end ? TrailKeys.Record(end) : RowKeys.After(TrailKeys.Records);
        await foreach (var row in rows.ReadAsync(TrailKeys.Partition, TrailKeys.Record(from), until, cancellationToken))
        {
            yield return TrailText.Link(row);
        }
    }

    private static long From(AuditQuery query) => Math.Max(0, query.AfterSequence) + 1;

    private async IAsyncEnumerable<AuditRecord> AllAsync(AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var link in ChainAsync(From(query), query.BeforeSequence, cancellationToken))
        {
            var record = TrailText.Record(link);
            if (TrailMark.Of(record.Sequence, record.Entry).Holds(query))
            {
                yield return record;
            }
        }
    }

    private async IAsyncEnumerable<AuditRecord> ByMarksAsync(
        IReadOnlyList<string> prefixes, AuditQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sources = prefixes.Select(prefix => MarksAsync(prefix, From(query), query.BeforeSequence, cancellationToken)).ToList();
        await foreach (var some in Merged(sources).Where(mark => mark.Holds(query)).Chunk(Together).WithCancellation(cancellationToken))
        {
            foreach (var record in await Task.WhenAll(some.Select(mark => FindAsync(mark.Sequence, cancellationToken))))
            {
                yield return record;
            }
        }
    }

    private async IAsyncEnumerable<TrailMark> MarksAsync(string prefix, long from, long? before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = before is { } end ? prefix + RowKeys.Of(end) : RowKeys.After(prefix);
        await foreach (var row in rows.ReadAsync(TrailKeys.Partition, prefix + RowKeys.Of(from), until, cancellationToken))
        {
            yield return RowText.Read<TrailMark>(row);
        }
    }

    private async Task<AuditRecord> FindAsync(long sequence, CancellationToken cancellationToken) =>
        await rows.FindAsync(TrailKeys.Partition, TrailKeys.Record(sequence), cancellationToken) is { } row
            ? TrailText.Record(TrailText.Link(row))
            : throw new InvalidDataException($"record {sequence} of the audit trail is missing; verify the trail");

    // A record has one kind, so no mark comes twice.
    private static async IAsyncEnumerable<TrailMark> Merged(IReadOnlyList<IAsyncEnumerable<TrailMark>> sources)
    {
        var open = new List<IAsyncEnumerator<TrailMark>>();
        try
        {
            foreach (var source in sources)
            {
                var next = source.GetAsyncEnumerator();
                open.Add(next);
                if (!await next.MoveNextAsync())
                {
                    await CloseAsync(open, next);
                }
            }

            while (open.MinBy(each => each.Current.Sequence) is { } first)
            {
                yield return first.Current;
                if (!await first.MoveNextAsync())
                {
                    await CloseAsync(open, first);
                }
            }
        }
        finally
        {
            foreach (var left in open)
            {
                await left.DisposeAsync();
            }
        }
    }

    private static async Task CloseAsync(List<IAsyncEnumerator<TrailMark>> open, IAsyncEnumerator<TrailMark> ended)
    {
        _ = open.Remove(ended);
        await ended.DisposeAsync();
    }
}
