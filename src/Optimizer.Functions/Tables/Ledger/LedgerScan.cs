using Optimizer.Domain.Attribution;
using Optimizer.Functions.Blobs;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>Reads an experiment's log from its beginning.</summary>
internal static class LedgerScan
{
    /// <summary>Sums over the events themselves: by variant as the experiment lists them, then by name.</summary>
    public static async Task<IReadOnlyList<LedgerSum>> SumAsync(LedgerLog log, LedgerHead head, LedgerQuery query, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<(string Variant, string Event), (long Rows, Int128 Sum, HashSet<string> Units)>();
        await foreach (var block in BlocksAsync(log, head, cancellationToken))
        {
            foreach (var happened in block.Items.Select(item => item.Event).OfType<AttributionEvent>().Where(happened => IsAsked(query, happened)))
            {
                var (rows, sum, units) = sums.TryGetValue((happened.Variant, happened.Event), out var there) ? there : (0, 0, new(StringComparer.Ordinal));
                _ = units.Add(happened.Unit);
                sums[(happened.Variant, happened.Event)] = (rows + 1, sum + (Int128)((happened.Value ?? 0) * EventLimits.Scale), units);
            }
        }

        var variants = head.Definition.Variants.ToList();
        return [.. sums.OrderBy(each => variants.IndexOf(each.Key.Variant)).ThenBy(each => each.Key.Event, StringComparer.Ordinal).Select(each => new LedgerSum(
            each.Key.Variant, each.Key.Event, each.Value.Rows, each.Value.Units.Count, (decimal)each.Value.Sum / EventLimits.Scale))];
    }

    /// <summary>Events in the order of the log; its lines are their numbers.</summary>
    public static async Task<IReadOnlyList<LedgerRow>> RowsAsync(
        LedgerLog log, LedgerHead head, LedgerQuery query, long after, int most, CancellationToken cancellationToken)
    {
        var (found, number) = (new List<LedgerRow>(), 0L);
        await foreach (var block in BlocksAsync(log, head, cancellationToken))
        {
            foreach (var item in block.Items)
            {
                number++;
                if (number > after && item.Event is { } happened && IsAsked(query, happened))
                {
                    found.Add(new(number, happened));
                    if (found.Count == most)
                    {
                        return found;
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Blocks up to the head's.</summary>
    public static async IAsyncEnumerable<LedgerBlock> BlocksAsync(
        LedgerLog log, LedgerHead head, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = ExperimentRows.KeyOf(head.Definition.Id);
        for (var segment = 0; segment <= head.Segment; segment++)
        {
            using var lines = await log.ReadAsync(key, segment, segment == head.Segment ? head.Position : null, cancellationToken);
            while (await LedgerBlock.ReadAsync(lines, cancellationToken) is { } block)
            {
                yield return block;
            }
        }
    }

    private static bool IsAsked(LedgerQuery query, AttributionEvent happened) =>
        (query.Variant is null || query.Variant == happened.Variant) && (query.Event is null || query.Event == happened.Event)
        && (query.Since is null || happened.At >= query.Since) && (query.Until is null || happened.At < query.Until);
}
