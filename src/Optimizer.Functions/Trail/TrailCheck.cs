using Optimizer.Domain.Audit;

namespace Optimizer.Functions.Trail;

/// <summary>Walks the whole chain. What is appended meanwhile is neither missed nor taken for foreign.</summary>
internal sealed class TrailCheck(TrailReader reader, Func<CancellationToken, Task<TrailHead>> readHead)
{
    public async Task<IReadOnlyList<ChainFault>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var head = await readHead(cancellationToken);
            var faults = await Task.Run(
                () => AuditChain.Verify(reader.ChainAsync(0, cancellationToken).ToBlockingEnumerable(cancellationToken).TakeWhile(link => link.Sequence <= head.Count), head).ToList(),
                cancellationToken);

            // Records first, then the head: whoever appends writes both at once, so no record of theirs is behind that head.
            var later = await reader.ChainAsync(head.Count + 1, cancellationToken).Select(link => link.Sequence).ToListAsync(cancellationToken);
            var last = (await readHead(cancellationToken)).Count;
            return [.. faults, .. later.Where(sequence => sequence > last).Select(sequence => new ChainFault(sequence, $"stands behind the head, which says {last}"))];
        }
        catch (InvalidDataException damaged)
        {
            return [new(0, damaged.Message)];
        }
    }
}
