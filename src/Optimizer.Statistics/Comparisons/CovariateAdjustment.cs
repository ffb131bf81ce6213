namespace Optimizer.Statistics.Comparisons;

/// <summary>
/// Regression adjustment with a pre-period covariate (CUPED: Deng, Xu, Kohavi and Walker 2013): what users did before the
/// experiment explains part of what they do in it, and taking that part out narrows the interval without bias.
/// </summary>
public sealed record CovariateAdjustment
{
    private readonly bool _ratio;

    private CovariateAdjustment(CovariateMoments control, CovariateMoments variant, double theta, bool ratio)
    {
        Control = control;
        Variant = variant;
        Theta = theta;
        _ratio = ratio;
    }

    /// <summary>The group without the change.</summary>
    public CovariateMoments Control { get; }

    /// <summary>The group with the change.</summary>
    public CovariateMoments Variant { get; }

    /// <summary>Slope on the covariate; 0 leaves the metric as it is.</summary>
    public double Theta { get; }

    public double ControlMean => Control.Mean - Theta * Control.CovariateMean;

    public double VariantMean => Variant.Mean - Theta * Variant.CovariateMean;

    public double ControlVariance => Adjusted(Control);

    public double VariantVariance => Adjusted(Variant);

    /// <summary>
    /// Share of the variant's variance that the covariate took away: 1 when it explains everything, below 0 when the
    /// pooled slope does not suit this group.
    /// </summary>
    public double VarianceReduction => Variant.Variance > 0 ? 1 - VariantVariance / Variant.Variance : 0;

    /// <summary>θ = cov(metric, covariate) / var(covariate) over both groups pooled.</summary>
    public static CovariateAdjustment OfMeans(Samples.PairedMoments control, Samples.PairedMoments variant)
    {
        var pooled = control + variant;
        var theta = pooled.Second.SquaredDeviations > 0 ? pooled.CoDeviations / pooled.Second.SquaredDeviations : 0;
        return new(CovariateMoments.OfMean(control), CovariateMoments.OfMean(variant), theta, ratio: false);
    }

    /// <summary>θ = (covA + covB) / (varA + varB) of the linearised ratios.</summary>
    public static CovariateAdjustment OfRatios(CovariateMoments control, CovariateMoments variant)
    {
        var variance = control.CovariateVariance + variant.CovariateVariance;
        return new(control, variant, variance > 0 ? (control.Covariance + variant.Covariance) / variance : 0, ratio: true);
    }

    /// <summary>The adjusted effect, or null under the conditions of <see cref="Comparison.Between"/>.</summary>
    public Estimate? Estimate(Scale scale)
    {
        if (Control.Count == 0 || Variant.Count == 0)
        {
            return null;
        }

        var controlError = ControlVariance / Control.Count;
        var variantError = VariantVariance / Variant.Count;
        if (controlError + variantError <= 0)
        {
            return null;
        }

        var degrees = Comparison.Degrees(controlError, Control.Count, variantError, Variant.Count);
        var difference = VariantMean - ControlMean;
        return scale switch
        {
            Scale.Absolute => new(difference, Math.Sqrt(controlError + variantError), degrees),
            Scale.Relative when Control.Mean == 0 => null,
            Scale.Relative => RelativeError(variantError) is > 0 and var error
                ? new(difference / Math.Abs(Control.Mean), error, degrees)
                : null,
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "unknown scale"),
        };
    }

    // The control mean stands in the denominator unadjusted, so its own variance enters with weight mB/mA and θ apart.
    // Means take mB/mA unadjusted and ratios adjusted, as the reference implementation does; both are consistent.
    private double RelativeError(double variantError)
    {
        var ratio = _ratio
            ? 1 + (VariantMean - ControlMean) / Math.Abs(Control.Mean)
            : Variant.Mean / Control.Mean;
        var control = Control.Variance * ratio * ratio
            - 2 * Theta * Control.Covariance * ratio
            + Theta * Theta * Control.CovariateVariance;
        return Math.Sqrt(variantError + Math.Max(0, control) / Control.Count) / Math.Abs(Control.Mean);
    }

    private double Adjusted(CovariateMoments group) =>
        Math.Max(0, group.Variance + Theta * Theta * group.CovariateVariance - 2 * Theta * group.Covariance);
}
