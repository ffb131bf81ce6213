using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Comparisons;

/// <summary>
/// What is believed of an effect after the data: normal. For display beside the always-valid evidence, and for deciding
/// only at days fixed beforehand.
/// </summary>
public readonly record struct Posterior
{
    private Posterior(Normal distribution) => Distribution = distribution;

    public Normal Distribution { get; }

    public double Mean => Distribution.Mean;

    public double StandardDeviation => Distribution.StandardDeviation;

    /// <summary>P(effect > 0).</summary>
    public double ChanceToWin => Distribution.Survival(0);

    /// <summary>E[max(effect, 0)]: what keeping control is expected to cost.</summary>
    public double LossOfControl => Distribution.ExpectedExcess();

    /// <summary>E[max(-effect, 0)]: what adopting the variant is expected to cost.</summary>
    public double LossOfVariant => new Normal(-Mean, StandardDeviation).ExpectedExcess();

    /// <summary>Formula: precision = 1/SE² + 1/prior variance; mean = (estimate/SE² + prior mean/prior variance)/precision.</summary>
    public static Posterior Of(double estimate, double standardError, Prior prior)
    {
        Require.Finite(estimate);
        Require.Positive(standardError);
        var seen = 1 / (standardError * standardError);
        var precision = seen + prior.Precision;
        return new(new((estimate * seen + prior.Mean * prior.Precision) / precision, 1 / Math.Sqrt(precision)));
    }

    /// <inheritdoc cref="Of(double, double, Prior)"/>
    public static Posterior Of(Estimate estimate, Prior prior) => Of(estimate.Value, estimate.StandardError, prior);

    /// <summary>The central interval that holds 1 - alpha of the belief.</summary>
    public Interval Interval(double alpha)
    {
        Require.Probability(alpha);
        var half = -Normal.Standard.Quantile(alpha / 2) * StandardDeviation;
        return new(Mean - half, Mean + half);
    }
}
