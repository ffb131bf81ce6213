using System.Collections.Concurrent;

namespace Optimizer.Functions.Tables;

/// <summary>Rows of many partitions, some at once.</summary>
internal static class ManyRows
{
    private const int AtOnce = 16;

    /// <summary>Those that are there.</summary>
    public static async Task<IReadOnlyDictionary<RowPlace, StoredRow>> FindAsync(this RowTable rows, IEnumerable<RowPlace> places, CancellationToken cancellationToken)
    {
        var found = new ConcurrentDictionary<RowPlace, StoredRow>();
        await Parallel.ForEachAsync(places.Distinct(), Limits(cancellationToken), async (place, token) =>
        {
            if (await rows.FindAsync(place.Partition, place.Key, token) is { } row)
            {
                found[place] = row;
            }
        });
        return found;
    }

    /// <summary>
    /// Writes changes in batches of one partition each; false when any batch was refused. Others may be written all the same: only for changes
    /// that may be made again.
    /// </summary>
    public static async Task<bool> TryWriteAsync(this RowTable rows, IEnumerable<(string Partition, RowChange Change)> changes, CancellationToken cancellationToken)
    {
        var refused = 0;
        await Parallel.ForEachAsync(Batches(changes), Limits(cancellationToken), async (batch, token) =>
        {
            if (!await rows.TryWriteAsync(batch.Partition, batch.Changes, token))
            {
                _ = Interlocked.Increment(ref refused);
            }
        });
        return refused == 0;
    }

    private static IEnumerable<(string Partition, List<RowChange> Changes)> Batches(IEnumerable<(string Partition, RowChange Change)> changes)
    {
        foreach (var partition in changes.GroupBy(each => each.Partition, each => each.Change, StringComparer.Ordinal))
        {
            var (batch, characters) = (new List<RowChange>(), 0);
            foreach (var change in partition)
            {
                if (batch.Count == RowTable.MostChanges || (batch.Count > 0 && characters + RowTable.Characters(change) > RowTable.MostCharacters))
                {
                    yield return (partition.Key, batch);
                    (batch, characters) = ([], 0);
                }

                batch.Add(change);
                characters += RowTable.Characters(change);
            }

            yield return (partition.Key, batch);
        }
    }

    private static ParallelOptions Limits(CancellationToken cancellationToken) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
}
