namespace Optimizer.Domain.Experiments;

/// <summary>
/// The lenient rules of the GrowthBook SDK format, for reading what such an SDK did with the same numbers. It mends bad
/// input in silence, as that format does: coverage is clamped, unusable weights become equal ones, nothing is refused.
/// Experiments of our own are built from <see cref="Allocation"/> and <see cref="NamespaceSlice"/>, which refuse bad
/// input instead; on good input both agree.
/// </summary>
public static class CompatibleAssignment
{
    private const double LeastTotal = 0.99;
    private const double GreatestTotal = 1.01;

    /// <summary>Weights 1/count each; none for a count of zero or less.</summary>
    public static IReadOnlyList<double> EqualWeights(int count) => count <= 0 ? [] : [.. Enumerable.Repeat(1.0 / count, count)];

    /// <summary>
    /// Range i = [cum_i, cum_i + coverage × w_i), where cum advances by the full weight. Coverage is clamped to [0, 1]
    /// (not a number counts as 0). Weights that are absent, of another length, or do not sum to 1 within 0.01 become equal.
    /// </summary>
    public static IReadOnlyList<AllocationRange> Ranges(int variants, double coverage, IReadOnlyList<double>? weights)
    {
        var share = double.IsNaN(coverage) ? 0 : Math.Clamp(coverage, 0, 1);
        var used = IsUsable(weights, variants) ? weights! : EqualWeights(variants);
        var ranges = new AllocationRange[used.Count];
        var start = 0.0;
        for (var i = 0; i < used.Count; i++)
        {
            ranges[i] = new AllocationRange(start, start + (share * used[i]));
            start += used[i];
        }

        return ranges;
    }

    /// <summary>Index of the first range that contains the position, or -1.</summary>
    public static int VariantIndex(double position, IReadOnlyList<AllocationRange> ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);

        for (var i = 0; i < ranges.Count; i++)
        {
            if (ranges[i].Contains(position))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether the position of the unit under "__" + name, by version 1 of the hash, lies in [start, end).</summary>
    public static bool InNamespace(string unitId, string name, double start, double end) =>
        AssignmentHash.Position("__" + name, unitId, AssignmentHash.FirstVersion) is { } position
        && start <= position
        && position < end;

    // A total that is not a number fails both comparisons and so counts as unusable.
    private static bool IsUsable(IReadOnlyList<double>? weights, int variants) =>
        weights is not null && weights.Count == variants && weights.Sum() is >= LeastTotal and <= GreatestTotal;
}
