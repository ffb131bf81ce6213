using MathNet.Numerics;

namespace Optimizer.Statistics.Series;

/// <summary>
/// Exact tail probabilities of a Poisson count, through the regularised incomplete gamma functions.
/// <para>Formula: P(X >= k) = P(k, mean), P(X &lt;= k) = Q(k + 1, mean).</para>
/// With a dispersion above 1 (variance = dispersion * mean) count and mean are first divided by it: the quasi-Poisson
/// tail, which is an approximation and always less extreme.
/// </summary>
public static class PoissonTail
{
    /// <summary>Probability of <paramref name="count"/> or more, from 0 to 1.</summary>
    /// <param name="count">0 or more.</param>
    /// <param name="mean">Expected count, 0 or more.</param>
    /// <param name="dispersion">Variance over mean; 1 is Poisson, never less.</param>
    public static double AtLeast(long count, double mean, double dispersion = 1)
    {
        Check(count, mean, dispersion);
        return count == 0 ? 1 : mean == 0 ? 0 : SpecialFunctions.GammaLowerRegularized(count / dispersion, mean / dispersion);
    }

    /// <summary>Probability of <paramref name="count"/> or fewer, from 0 to 1.</summary>
    /// <inheritdoc cref="AtLeast"/>
    public static double AtMost(long count, double mean, double dispersion = 1)
    {
        Check(count, mean, dispersion);
        return mean == 0 ? 1 : SpecialFunctions.GammaUpperRegularized((count + 1) / dispersion, mean / dispersion);
    }

    private static void Check(long count, double mean, double dispersion)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!(mean >= 0 && double.IsFinite(mean)))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "must be finite and 0 or more");
        }

        if (!(dispersion >= 1 && double.IsFinite(dispersion)))
        {
            throw new ArgumentOutOfRangeException(nameof(dispersion), dispersion, "must be finite and 1 or more");
        }
    }
}
