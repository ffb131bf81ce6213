using Optimizer.Statistics.Samples;

namespace Optimizer.Statistics.Comparisons;

/// <summary>
/// What regression adjustment needs to know of one group: the unadjusted mean, the covariate's mean on the same scale,
/// and their variances and covariance per unit. Built from a mean metric or from a ratio metric.
/// </summary>
public readonly record struct CovariateMoments(
    long Count, double Mean, double CovariateMean, double Variance, double CovariateVariance, double Covariance)
{
    /// <summary>A mean metric (first) with its pre-period covariate (second).</summary>
    public static CovariateMoments OfMean(PairedMoments pair) => new(
        pair.Count, pair.First.Mean, pair.Second.Mean, pair.First.Variance, pair.Second.Variance, pair.Covariance);

    /// <summary>
    /// A ratio metric with the same ratio in the pre-period, linearised around each group's own means:
    /// ratio ≈ (m - R d)/mean d per unit (delta method). The four pairs share the same units.
    /// </summary>
    public static CovariateMoments OfRatio(
        RatioMoments post, RatioMoments pre, double numerators, double denominators, double postNumeratorPreDenominator,
        double preNumeratorPostDenominator)
    {
        var scale = 1 / (post.Denominator.Mean * pre.Denominator.Mean);
        var covariance = scale * (numerators
            - pre.Mean * postNumeratorPreDenominator
            - post.Mean * preNumeratorPostDenominator
            + post.Mean * pre.Mean * denominators);
        return new(post.Count, post.Mean, pre.Mean, post.Variance, pre.Variance, covariance);
    }
}
