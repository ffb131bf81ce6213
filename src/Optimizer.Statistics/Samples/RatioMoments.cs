namespace Optimizer.Statistics.Samples;

/// <summary>
/// A ratio of two sums measured per unit (revenue per order, clicks per session), with the delta method's variance.
/// Merges with +.
/// </summary>
public readonly record struct RatioMoments(PairedMoments Pair) : IMergeableSample<RatioMoments>
{
    public Moments Numerator => Pair.First;

    public Moments Denominator => Pair.Second;

    public long Count => Pair.Count;

    /// <summary>Sum of the numerator over sum of the denominator; 0 when the denominator is 0.</summary>
    public double Mean => Denominator.Mean == 0 ? 0 : Numerator.Mean / Denominator.Mean;

    /// <summary>
    /// vM/mD² + vD mM²/mD⁴ - 2 cov mM/mD³ (delta method, per unit), computed as (vM - 2 R cov + R² vD)/mD², R = mM/mD.
    /// </summary>
    public double Variance
    {
        get
        {
            var d = Denominator.Mean;
            if (d == 0)
            {
                return 0;
            }

            var ratio = Numerator.Mean / d;
            var residual = Numerator.Variance - 2 * ratio * Pair.Covariance + ratio * ratio * Denominator.Variance;
            return Math.Max(0, residual) / d / d;
        }
    }

    public RatioMoments With(double numerator, double denominator) => new(Pair.With(numerator, denominator));

    public static RatioMoments operator +(RatioMoments left, RatioMoments right) => Add(left, right);

    public static RatioMoments Add(RatioMoments left, RatioMoments right) => new(left.Pair + right.Pair);
}
