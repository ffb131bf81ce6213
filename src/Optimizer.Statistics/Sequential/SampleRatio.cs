using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Sequential;

/// <summary>
/// Does the observed split of units match the configured weights? A mismatch means that assignment or logging is broken,
/// and no reading of the experiment counts.
/// </summary>
public static class SampleRatio
{
    /// <summary>Weight of the mixture around the configured split, in units.</summary>
    public const double DefaultConcentration = 200;

    /// <summary>
    /// ln of the always-valid evidence against the configured split: a Dirichlet(concentration × weights) mixture, valid
    /// at every look. Formula: ln Γ(K) - ln Γ(K+N) + Σ[ln Γ(K wᵢ + xᵢ) - ln Γ(K wᵢ)] - Σ xᵢ ln wᵢ (Lindon and Malek 2022).
    /// Infinite when a unit met a variant whose weight is 0.
    /// </summary>
    /// <param name="counts">Units per variant.</param>
    /// <param name="weights">Configured weights; scaled to sum to 1.</param>
    /// <param name="concentration">K above, in units.</param>
    public static double LogEvidence(
        IReadOnlyList<long> counts, IReadOnlyList<double> weights, double concentration = DefaultConcentration)
    {
        Require.Positive(concentration);
        var sum = Validate(counts, weights);
        var total = counts.Sum();
        var evidence = Prior(concentration) - Prior(concentration + total);
        for (var i = 0; i < counts.Count; i++)
        {
            var weight = weights[i] / sum;
            if (weight == 0)
            {
                if (counts[i] > 0)
                {
                    return double.PositiveInfinity;
                }

                continue;
            }

            // Stirling's large parts cancel on paper: what is left of count i is a log of observed over expected share.
            var before = concentration * weight;
            var after = before + counts[i];
            var surprise = Elementary.Log1P((counts[i] - total * weight) / ((concentration + total) * weight));
            evidence += after * surprise + Prior(after) - Prior(before);
        }

        return evidence;

        // ln Γ(z) without its part z ln z - z, which the surprises carry.
        static double Prior(double z) => LogGamma.Correction(z) - 0.5 * Math.Log(z);
    }

    /// <summary>
    /// Pearson's chi-squared p-value, for one look planned beforehand; 1 when there are no units. Degrees of freedom are
    /// the variants with a positive weight less one.
    /// </summary>
    public static double ChiSquaredPValue(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return ChiSquaredPValue(counts, weights, weights.Count(weight => weight > 0) - 1);
    }

    /// <summary>The same with the degrees of freedom given, for reports that count variants without weight.</summary>
    public static double ChiSquaredPValue(IReadOnlyList<long> counts, IReadOnlyList<double> weights, int degrees)
    {
        var sum = Validate(counts, weights);
        var total = counts.Sum();
        var statistic = 0.0;
        for (var i = 0; i < counts.Count; i++)
        {
            var expected = weights[i] / sum * total;
            statistic += expected > 0 ? (counts[i] - expected) * (counts[i] - expected) / expected : 0;
        }

        return total == 0 || degrees < 1 ? 1 : new ChiSquared(degrees).Survival(statistic);
    }

    private static double Validate(IReadOnlyList<long> counts, IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(weights);
        if (counts.Count != weights.Count || counts.Count == 0)
        {
            throw new ArgumentException($"{counts.Count} counts need as many weights, not {weights.Count}", nameof(weights));
        }

        foreach (var count in counts)
        {
            Require.NotNegative(count, nameof(counts));
        }

        foreach (var weight in weights)
        {
            Require.NotNegative(weight, nameof(weights));
        }

        var sum = weights.Sum();
        Require.Positive(sum, nameof(weights));
        return sum;
    }
}
