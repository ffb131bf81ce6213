using Optimizer.Statistics.Samples;

namespace Optimizer.Statistics.Comparisons;

/// <summary>
/// What regression adjustment needs to know of one group: the unadjusted mean, the covariate's mean on the same scale,
/// and their variances and covariance per unit. Built from a mean metric or from a ratio metric.
/// </summary>
/// <exception cref="ArgumentOutOfRangeException">A count or a variance is negative, or a number is not finite.</exception>
public readonly record struct CovariateMoments(
    long Count, double Mean, double CovariateMean, double Variance, double CovariateVariance, double Covariance)
{
    public long Count { get; } = NotNegative(Count, nameof(Count));

    public double Mean { get; } = Finite(Mean, nameof(Mean));

    public double CovariateMean { get; } = Finite(CovariateMean, nameof(CovariateMean));

    public double Variance { get; } = NotNegative(Variance, nameof(Variance));

    public double CovariateVariance { get; } = NotNegative(CovariateVariance, nameof(CovariateVariance));

    public double Covariance { get; } = Finite(Covariance, nameof(Covariance));

    /// <summary>A mean metric (first) with its pre-period covariate (second).</summary>
    public static CovariateMoments OfMean(PairedMoments pair) => new(
        pair.Count, pair.First.Mean, pair.Second.Mean, pair.First.Variance, pair.Second.Variance, pair.Covariance);

    /// <summary>
    /// A ratio metric with the same ratio in the pre-period, linearised around each group's own means:
    /// ratio ≈ (m - R d)/mean d per unit (delta method). The four pairs share the same units.
    /// </summary>
    /// <param name="post">The ratio during the experiment.</param>
    /// <param name="pre">The same ratio before it.</param>
    /// <param name="numerators">Covariance of the two numerators.</param>
    /// <param name="denominators">Covariance of the two denominators.</param>
    /// <param name="postNumeratorPreDenominator">Covariance of the numerator during and the denominator before.</param>
    /// <param name="preNumeratorPostDenominator">Covariance of the numerator before and the denominator during.</param>
    /// <exception cref="ArgumentOutOfRangeException">A denominator sums to 0, so that there is no ratio.</exception>
    public static CovariateMoments OfRatio(
        RatioMoments post, RatioMoments pre, double numerators, double denominators, double postNumeratorPreDenominator,
        double preNumeratorPostDenominator)
    {
        Require.Positive(Math.Abs(post.Denominator.Mean), nameof(post));
        Require.Positive(Math.Abs(pre.Denominator.Mean), nameof(pre));
        var scale = 1 / (post.Denominator.Mean * pre.Denominator.Mean);
        var covariance = scale * (numerators
            - pre.Mean * postNumeratorPreDenominator
            - post.Mean * preNumeratorPostDenominator
            + post.Mean * pre.Mean * denominators);
        return new(post.Count, post.Mean, pre.Mean, post.Variance, pre.Variance, covariance);
    }

    private static long NotNegative(long value, string name)
    {
        Require.NotNegative(value, name);
        return value;
    }

    private static double NotNegative(double value, string name)
    {
        Require.NotNegative(value, name);
        return value;
    }

    private static double Finite(double value, string name)
    {
        Require.Finite(value, name);
        return value;
    }
}
