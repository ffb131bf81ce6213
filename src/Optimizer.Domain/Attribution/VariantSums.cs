namespace Optimizer.Domain.Attribution;

/// <summary>A variant over all its days.</summary>
/// <param name="Variant">Its name.</param>
/// <param name="Units">Assigned.</param>
/// <param name="Events">What they did, by name.</param>
public sealed record VariantSums(string Variant, long Units, IReadOnlyDictionary<string, EventTotal> Events)
{
    /// <summary>One entry per variant, control first.</summary>
    public static IReadOnlyList<VariantSums> Of(LedgerExperiment experiment, IReadOnlyList<VariantTotal> totals)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        return [.. experiment.Variants.Select((name, index) => Of(name, [.. totals.Where(total => total.Variant == index)]))];
    }

    private static VariantSums Of(string name, IReadOnlyList<VariantTotal> totals) => new(
        name,
        totals.Sum(total => total.Units),
        totals.SelectMany(total => total.Events).GroupBy(pair => pair.Key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Value).Aggregate(Add), StringComparer.Ordinal));

    // A unit belongs to one day, so units add up.
    private static EventTotal Add(EventTotal one, EventTotal other) => new(
        one.Count + other.Count, one.Units + other.Units, one.Sum + other.Sum, one.SumOfSquares + other.SumOfSquares, one.Paying + other.Paying, one.CountSquares + other.CountSquares);
}
