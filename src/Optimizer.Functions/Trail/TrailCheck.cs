using Optimizer.Domain.Audit;
using Optimizer.Functions.Tables;

namespace Optimizer.Functions.Trail;

/// <summary>Walks the whole chain, and the rows that find records. What is appended meanwhile is neither missed nor taken for foreign.</summary>
internal sealed class TrailCheck(RowTable rows, TrailReader reader)
{
    public async Task<IReadOnlyList<ChainFault>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var head = await HeadAsync(cancellationToken);
            var finding = new FindingRows();
            var faults = await Task.Run(() => AuditChain.Verify(Chain(head, finding, cancellationToken), head).ToList(), cancellationToken);

            // Records first, then the head: whoever appends writes both at once, so no record of theirs is behind that head.
            var later = await reader.ChainAsync(head.Count + 1, cancellationToken).Select(link => link.Sequence).ToListAsync(cancellationToken);
            var last = (await HeadAsync(cancellationToken)).Count;
            return
            [
                .. faults,
                .. later.Where(sequence => sequence > last).Select(sequence => new ChainFault(sequence, $"stands behind the head, which says {last}")),
                .. await finding.CompareAsync(rows, head.Count, cancellationToken),
            ];
        }
        catch (InvalidDataException damaged)
        {
            return [new(0, damaged.Message)];
        }
    }

    private IEnumerable<ChainLink> Chain(TrailHead head, FindingRows finding, CancellationToken cancellationToken)
    {
        foreach (var link in reader.ChainAsync(0, cancellationToken).ToBlockingEnumerable(cancellationToken).TakeWhile(link => link.Sequence <= head.Count))
        {
            finding.Expect(link);
            yield return link;
        }
    }

    private async Task<TrailHead> HeadAsync(CancellationToken cancellationToken) =>
        TrailText.Head(await rows.FindAsync(TrailKeys.Partition, TrailKeys.Head, cancellationToken));
}
