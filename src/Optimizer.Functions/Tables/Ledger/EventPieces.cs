using Optimizer.Domain.Attribution;

namespace Optimizer.Functions.Tables.Ledger;

/// <summary>
/// Divides events into pieces that are taken one after the other. In one piece no id is of two experiments, so that its experiments can be
/// taken in any order and the first event of an id is still the first.
/// </summary>
internal static class EventPieces
{
    /// <summary>Places of the events of each piece.</summary>
    public static IEnumerable<IReadOnlyList<int>> Of(IReadOnlyList<AttributionEvent> events)
    {
        var (piece, bytes, owners) = (new List<int>(), 0L, new Dictionary<string, string>(StringComparer.Ordinal));
        for (var place = 0; place < events.Count; place++)
        {
            var happened = events[place];
            var (id, experiment, size) = (happened.Id ?? "", happened.Experiment ?? "", new LedgerItem { At = default, Event = happened }.MostBytes);
            if (piece.Count == LedgerLane.MostItems || (piece.Count > 0 && bytes + size > LedgerLane.MostBytes)
                || (owners.TryGetValue(id, out var owner) && owner != experiment))
            {
                yield return piece;
                (piece, bytes, owners) = ([], 0, new(StringComparer.Ordinal));
            }

            piece.Add(place);
            bytes += size;
            owners[id] = experiment;
        }

        if (piece.Count > 0)
        {
            yield return piece;
        }
    }
}
