using Optimizer.Domain.Attribution;

namespace Optimizer.Standalone.Ledger;

/// <summary>A variant over all its days.</summary>
/// <param name="Variant">Its name.</param>
/// <param name="Units">Assigned.</param>
/// <param name="Events">What they did, by name.</param>
internal sealed record VariantSums(string Variant, long Units, IReadOnlyDictionary<string, EventTotal> Events)
{
    /// <summary>One entry per variant, control first.</summary>
    public static IReadOnlyList<VariantSums> Of(LedgerExperiment experiment, IReadOnlyList<VariantTotal> totals) =>
    [
        .. experiment.Variants.Select((name, index) => new VariantSums(
            name,
            totals.Where(total => total.Variant == index).Sum(total => total.Units),
            totals.Where(total => total.Variant == index).SelectMany(total => total.Events).GroupBy(pair => pair.Key, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(pair => pair.Value).Aggregate(Add), StringComparer.Ordinal))),
    ];

    // A unit belongs to one day, so units add up.
    private static EventTotal Add(EventTotal one, EventTotal other) => new(
        one.Count + other.Count, one.Units + other.Units, one.Sum + other.Sum, one.SumOfSquares + other.SumOfSquares, one.Paying + other.Paying, one.CountSquares + other.CountSquares);
}
