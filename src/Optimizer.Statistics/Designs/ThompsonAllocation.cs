using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;

namespace Optimizer.Statistics.Designs;

/// <summary>
/// Bandit weights by Thompson's rule: each variant gets the chance that it is the best, above a floor that keeps every
/// variant measurable (Thompson 1933). Chances are integrals, not draws, so the same counts give the same weights.
/// </summary>
public static class ThompsonAllocation
{
    /// <summary>Units every variant needs before weights may move.</summary>
    public const long EnoughUnits = 100;

    private const double TailDeviations = 9;

    /// <summary>
    /// P(variant is best) under normal posteriors N(mean, variance/n) with a flat prior. Formula: ∫ φ_k Π Φ_j.
    /// Null when a variant has no units or no variation.
    /// </summary>
    /// <param name="samples">One per variant, control included.</param>
    /// <param name="lowerIsBetter">True for costs and rates that should fall.</param>
    public static double[]? ChanceOfBest(IReadOnlyList<ISample> samples, bool lowerIsBetter = false)
    {
        ArgumentNullException.ThrowIfNull(samples);
        RequireSome(samples.Count, nameof(samples));
        if (samples.Any(sample => sample.Count == 0 || sample.Variance <= 0))
        {
            return null;
        }

        Normal[] posteriors = [.. samples.Select(sample => new Normal(
            lowerIsBetter ? -sample.Mean : sample.Mean, Math.Sqrt(sample.Variance / sample.Count)))];
        var grid = new PanelGrid(Array.ConvertAll(posteriors, normal => new PanelGrid.Stretch(
            normal.Mean - TailDeviations * normal.StandardDeviation,
            normal.Mean + TailDeviations * normal.StandardDeviation,
            2 * normal.StandardDeviation)));
        return BetaGrid.BestOf(grid, Array.ConvertAll(
            posteriors, normal => Array.ConvertAll(grid.Nodes, normal.Density)));
    }

    /// <summary>P(rate is the highest) under exact beta posteriors.</summary>
    public static double[] ChanceOfBest(IReadOnlyList<Beta> posteriors)
    {
        ArgumentNullException.ThrowIfNull(posteriors);
        RequireSome(posteriors.Count, nameof(posteriors));
        return BetaGrid.ChanceOfBest(posteriors);
    }

    /// <summary>
    /// Weights with a floor. Formula: f + (1 - n f) p; equal weights when n f >= 1; a negative floor counts as 0.
    /// </summary>
    public static double[] WithFloor(IReadOnlyList<double> chances, double floor)
    {
        ArgumentNullException.ThrowIfNull(chances);
        RequireSome(chances.Count, nameof(chances));
        Require.Finite(floor);
        foreach (var chance in chances)
        {
            Require.Share(chance, nameof(chances));
        }

        var kept = Math.Max(0, floor);
        var free = 1 - chances.Count * kept;
        return free <= 0
            ? [.. chances.Select(_ => 1.0 / chances.Count)]
            : [.. chances.Select(chance => kept + free * chance)];
    }

    private static void RequireSome(int count, string name)
    {
        if (count == 0)
        {
            throw new ArgumentException("needs at least one variant", name);
        }
    }
}
