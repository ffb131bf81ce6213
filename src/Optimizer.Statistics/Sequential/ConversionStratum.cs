using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Sequential;

/// <summary>
/// Converters of one stretch of time in which the assignment weight did not change. A conversion belongs to the stratum
/// of its unit's assignment day. Strata of different weights are never pooled: pooling them under a moving base rate
/// is Simpson's paradox.
/// </summary>
public readonly record struct ConversionStratum
{
    /// <param name="variantWeight">Configured share of the variant among control and variant, in [0, 1]; never the observed one.</param>
    /// <param name="control">Converters in control.</param>
    /// <param name="variant">Converters in the variant.</param>
    /// <exception cref="ArgumentOutOfRangeException">The weight is no share or a count is negative.</exception>
    public ConversionStratum(double variantWeight, long control, long variant)
    {
        Require.Share(variantWeight);
        Require.NotNegative(control);
        Require.NotNegative(variant);
        VariantWeight = variantWeight;
        Control = control;
        Variant = variant;
    }

    public double VariantWeight { get; }

    public long Control { get; }

    public long Variant { get; }

    public long Converters => checked(Control + Variant);

    /// <summary>A weight of 0 or 1 gives no choice between the groups and so no evidence.</summary>
    public bool Informative => VariantWeight is > 0 and < 1 && Converters > 0;

    /// <summary>
    /// ln likelihood ratio of log ratio z against 0. Formula: xB z - (xA + xB) ln(1 - w + w e^z), for z > 0 as its mirror
    /// image -xA z - (xA + xB) ln(w + (1 - w) e^-z), which no z overflows.
    /// </summary>
    public double LogLikelihoodRatio(double z) => Informative
        ? (z > 0 ? -Control : Variant) * z - Converters * Elementary.Log1P(Mirrored(z) * Elementary.Expm1(-Math.Abs(z)))
        : 0;

    private double Mirrored(double z) => z > 0 ? 1 - VariantWeight : VariantWeight;
}
