using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>Ids of the events that are in the log.</summary>
internal sealed class KnownIds(SqliteSession session)
{
    private readonly Statement _add = session.Prepare("INSERT INTO known VALUES (?) ON CONFLICT DO NOTHING");
    private readonly Statement _remove = session.Prepare("DELETE FROM known WHERE id = ?");

    /// <summary>Adds an id; false when it was there.</summary>
    public bool TryAdd(UInt128 key) => Run(_add, key) == 1;

    public void Remove(UInt128 key) => _ = Run(_remove, key);

    /// <summary>Adds many, in the order of the tree, so that each page is met once; of equal ones the first is new.</summary>
    /// <param name="events">Whose ids.</param>
    /// <param name="isNew">Set for those that were not there, in the order in which they came.</param>
    public void Add(PreparedEvents events, Span<bool> isNew)
    {
        var sorted = events.Sorted;
        var places = events.Places;
        for (var i = 0; i < sorted.Length;)
        {
            var end = i + 1;
            while (end < sorted.Length && sorted[end] == sorted[i])
            {
                end++;
            }

            // The sort keeps no order among equal ones.
            isNew[end == i + 1 ? places[i] : Least(places[i..end])] = TryAdd(sorted[i]);
            i = end;
        }
    }

    private static int Least(ReadOnlySpan<int> places)
    {
        var least = places[0];
        foreach (var place in places)
        {
            least = Math.Min(least, place);
        }

        return least;
    }

    private static int Run(Statement statement, UInt128 key)
    {
        Span<byte> bytes = stackalloc byte[16];
        SipKey.Write(key, bytes);
        return statement.Bind(1, bytes).Run();
    }
}
