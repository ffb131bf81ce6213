using Optimizer.Statistics.Samples;

namespace Optimizer.Statistics.Comparisons;

/// <summary>Two groups side by side: the effect of the variant against control with its Welch standard error.</summary>
public static class Comparison
{
    /// <summary>
    /// The effect on the given scale, or null where none can be estimated: a group without units, no variation in
    /// both groups, or (relative only) a control mean of exactly 0 or a variant in which everything is 0. Formulas:
    /// absolute SE² = vA/nA + vB/nB; relative SE² = vB/(nB mA²) + vA mB²/(nA mA⁴) (delta method); Welch-Satterthwaite
    /// degrees on the absolute variances. A group of one unit counts as one without variation.
    /// </summary>
    public static Estimate? Between(ISample control, ISample variant, Scale scale)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(variant);
        if (control.Count == 0 || variant.Count == 0)
        {
            return null;
        }

        var controlError = control.Variance / control.Count;
        var variantError = variant.Variance / variant.Count;
        if (controlError + variantError <= 0)
        {
            return null;
        }

        var degrees = Degrees(controlError, control.Count, variantError, variant.Count);
        var difference = variant.Mean - control.Mean;
        var baseline = Math.Abs(control.Mean);
        return scale switch
        {
            Scale.Absolute => new(difference, Math.Sqrt(controlError + variantError), degrees),
            Scale.Relative when baseline == 0 => null,
            Scale.Relative => RelativeError() is > 0 and var error ? new(difference / baseline, error, degrees) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "unknown scale"),
        };

        double RelativeError() =>
            Math.Sqrt(variantError + controlError * Square(variant.Mean / control.Mean)) / baseline;
    }

    /// <summary>
    /// z of the pooled two-proportion test, the textbook figure most reports print; null when no unit or every unit
    /// converts. Formula: (pB - pA) / √(p(1-p)(1/nA + 1/nB)), p pooled.
    /// </summary>
    public static double? PooledZ(Proportion control, Proportion variant)
    {
        var pooled = control + variant;
        if (control.Count == 0 || variant.Count == 0 || pooled.Variance <= 0)
        {
            return null;
        }

        return (variant.Mean - control.Mean) / Math.Sqrt(pooled.Variance * (1.0 / control.Count + 1.0 / variant.Count));
    }

    /// <summary>Welch-Satterthwaite degrees of freedom from the two squared standard errors.</summary>
    internal static double Degrees(double controlError, long controlCount, double variantError, long variantCount)
    {
        // Shares of the sum, because the square of a tiny error would be lost.
        var sum = controlError + variantError;
        var denominator = Part(controlError / sum, controlCount) + Part(variantError / sum, variantCount);
        return denominator > 0 ? 1 / denominator : Math.Max(1.0, (double)controlCount + variantCount - 2);

        static double Part(double share, long count) => count > 1 ? share * share / (count - 1) : 0;
    }

    private static double Square(double value) => value * value;
}
