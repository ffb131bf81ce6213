using System.Globalization;

namespace Optimizer.Domain.Experiments;

/// <summary>
/// How an experiment divides the units it covers: one weight per variant (index 0 is the control), and the coverage, the
/// share of all units that take part. Weights are in [0, 1] and sum to 1 within 1e-6; a weight of 0 takes no new unit.
/// Coverage is in [0, 1]. Raising the coverage only adds units: none moves to another variant. Anything else is refused.
/// </summary>
/// <remarks>
/// Changing the weights does move positions between variants; units assigned before keep theirs because
/// <see cref="AssignmentRule"/> honours the earlier assignment.
/// </remarks>
public sealed record Allocation
{
    /// <summary>How far the sum of the weights may stand from 1.</summary>
    public const double SumTolerance = 1e-6;

    private const int FewestVariants = 2;

    /// <exception cref="ArgumentException">Fewer than two weights, or they do not sum to 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight or the coverage lies outside [0, 1].</exception>
    public Allocation(IEnumerable<double> weights, double coverage = 1)
    {
        ArgumentNullException.ThrowIfNull(weights);

        Weights = Checked([.. weights]);
        Coverage = Share(coverage, nameof(coverage), "The coverage");
        Ranges = CompatibleAssignment.Ranges(Weights.Count, Coverage, Weights);
    }

    /// <summary>Shares of the covered units, by variant; they sum to 1.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Share of all units that take part, in [0, 1].</summary>
    public double Coverage { get; }

    /// <summary>Positions of each variant: [cum, cum + coverage × weight), cum advancing by the full weight.</summary>
    public IReadOnlyList<AllocationRange> Ranges { get; }

    /// <summary>The default split: the same weight for the control and every variant (requirements S2-048, S2-134).</summary>
    /// <exception cref="ArgumentException">Fewer than two variants, the control included.</exception>
    public static Allocation Equal(int variants, double coverage = 1) =>
        new(CompatibleAssignment.EqualWeights(variants), coverage);

    /// <summary>The same weights over another share of the units.</summary>
    public Allocation WithCoverage(double coverage) => new(Weights, coverage);

    /// <summary>The variant that owns a position, or null when the position is not covered.</summary>
    /// <param name="position">In [0, 1), from <see cref="AssignmentHash"/>.</param>
    public int? VariantAt(double position) => position is >= 0 and < 1
        ? CompatibleAssignment.VariantIndex(position, Ranges) is >= 0 and var index ? index : null
        : throw new ArgumentOutOfRangeException(nameof(position), position, "A position lies in [0, 1).");

    public bool Equals(Allocation? other) =>
        other is not null && Coverage.Equals(other.Coverage) && Weights.SequenceEqual(other.Weights);

    public override int GetHashCode() => Weights.Aggregate(Coverage.GetHashCode(), HashCode.Combine);

    private static IReadOnlyList<double> Checked(IReadOnlyList<double> weights)
    {
        if (weights.Count < FewestVariants)
        {
            throw new ArgumentException(
                $"An allocation has a weight for the control and one for each variant, at least 2, not {weights.Count}.", nameof(weights));
        }

        for (var i = 0; i < weights.Count; i++)
        {
            Share(weights[i], nameof(weights), $"Weight {i}");
        }

        return Math.Abs(weights.Sum() - 1) <= SumTolerance
            ? weights
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The weights {string.Join(" + ", weights)} sum to {weights.Sum()}; they sum to 1."),
                nameof(weights));
    }

    private static double Share(double value, string name, string what) => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{what} lies in [0, 1].");
}
