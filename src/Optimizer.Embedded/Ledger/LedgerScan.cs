using System.Runtime.InteropServices;
using Optimizer.Domain.Attribution;
using Optimizer.Embedded.Records;
using Optimizer.Embedded.Storage;

namespace Optimizer.Embedded.Ledger;

/// <summary>Sums over the events themselves, and the events. Batches that hold no moment of the window are passed over.</summary>
internal static class LedgerScan
{
    private const string Summed = """
        SELECT variant, name, value, unit FROM event
        WHERE seq BETWEEN ? AND ? AND experiment = ? AND at >= ? AND at < ? AND name <> 0
        """;

    private const string Events = """
        SELECT seq, at, variant, name, value, id, unit, path FROM event
        WHERE seq BETWEEN ? AND ? AND experiment = ? AND at >= ? AND at < ? AND name <> 0 AND (? OR variant = ?) AND (? OR name = ?) ORDER BY seq LIMIT ?
        """;

    private const string Batches = """
        SELECT b.first, b.last FROM zone z JOIN batch b ON b.number = z.batch
        WHERE z.experiment = ? AND z.last_at >= ? AND z.first_at < ? ORDER BY z.batch
        """;

    /// <summary>By variant as the experiment lists them, then by name.</summary>
    public static IReadOnlyList<LedgerSum> Sum(
        SqliteSession session, ExperimentBook book, NameTable names, LedgerQuery query, CancellationToken cancellationToken)
    {
        book.Refresh();
        names.Refresh();
        if (book.Find(query.Experiment) is not { } known)
        {
            return [];
        }

        var variant = query.Variant is { } named ? known.VariantOf(named) : default(long?);
        var name = query.Event is { } happened ? names.Find(happened) : default(long?);
        var (since, until) = (query.Since?.UtcTicks ?? 0, query.Until?.UtcTicks ?? long.MaxValue);
        var sums = new Dictionary<(int Variant, long Name), (long Rows, Int128 Sum, HashSet<UInt128> Units)>();
        var key = new SipKey(0, 0);
        using var rows = session.PrepareOnce(Summed);
        using var batches = session.PrepareOnce(Batches);
        foreach (var (first, last) in Joined(batches.Bind(1, known.Number).Bind(2, since).Bind(3, until).All(row => (row.Long(0), row.Long(1)))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Bind(1, first).Bind(2, last).Bind(3, known.Number).Bind(4, since).Bind(5, until).Each(row =>
            {
                var place = (Variant: row.Int(0), Name: row.Long(1));
                if ((variant is { } v && v != place.Variant) || (name is { } n && n != place.Name))
                {
                    return;
                }

                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, place, out _);
                sum.Rows++;
                sum.Sum += row.Long(2);
                _ = (sum.Units ??= []).Add(key.Of(row.Utf8(3), 0));
            });
        }

        return [.. sums.OrderBy(sum => sum.Key.Variant).ThenBy(sum => names.Text(sum.Key.Name), StringComparer.Ordinal).Select(sum => new LedgerSum(
            known.Definition.Variants[sum.Key.Variant], names.Text(sum.Key.Name) ?? throw new RecordFileException("ledger", $"is damaged: name {sum.Key.Name} is missing"),
            sum.Value.Rows, sum.Value.Units.Count, (decimal)sum.Value.Sum / EventLimits.Scale))];
    }

    /// <summary>Events in the order of the log.</summary>
    public static IReadOnlyList<LedgerRow> Rows(
        SqliteSession session, ExperimentBook book, NameTable names, LedgerQuery query, long after, int most, CancellationToken cancellationToken)
    {
        book.Refresh();
        names.Refresh();
        if (book.Find(query.Experiment) is not { } known)
        {
            return [];
        }

        var (variant, name) = (query.Variant is { } named ? (long)known.VariantOf(named) : 0L, query.Event is { } happened ? names.Find(happened) : 0L);
        var (since, until) = (query.Since?.UtcTicks ?? 0, query.Until?.UtcTicks ?? long.MaxValue);
        var found = new List<LedgerRow>();
        using var rows = session.PrepareOnce(Events);
        using var batches = session.PrepareOnce(Batches);
        foreach (var (first, last) in Joined(batches.Bind(1, known.Number).Bind(2, since).Bind(3, until).All(row => (row.Long(0), row.Long(1)))))
        {
            if (last <= after || found.Count == most)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            _ = rows.Bind(1, Math.Max(first, after + 1)).Bind(2, last).Bind(3, known.Number).Bind(4, since).Bind(5, until)
                .Bind(6, query.Variant is null ? 1L : 0L).Bind(7, variant).Bind(8, query.Event is null ? 1L : 0L).Bind(9, name).Bind(10, (long)(most - found.Count));
            rows.Each(row => found.Add(new(row.Long(0), new()
            {
                At = new(row.Long(1), TimeSpan.Zero),
                Event = names.Text(row.Long(3)) ?? throw new RecordFileException("ledger", $"is damaged: name {row.Long(3)} is missing"),
                Experiment = query.Experiment,
                Id = row.Text(5),
                Path = row.Text(7),
                Unit = row.Text(6),
                Value = row.LongOrNull(4) is { } value ? (decimal)value / EventLimits.Scale : null,
                Variant = known.Definition.Variants[row.Int(2)],
            })));
        }

        return found;
    }

    // Batches beside each other are read in one go; small ones are many.
    private static IEnumerable<(long First, long Last)> Joined(List<(long First, long Last)> batches)
    {
        for (var i = 0; i < batches.Count;)
        {
            var (first, last) = batches[i++];
            while (i < batches.Count && batches[i].First == last + 1)
            {
                last = batches[i++].Last;
            }

            yield return (first, last);
        }
    }
}
