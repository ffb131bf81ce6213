using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Comparisons;

/// <summary>
/// Exact comparison of two rates under beta posteriors. Works at zero conversions, where the normal approximation gives
/// no answer, so a variant that breaks everything is seen.
/// </summary>
/// <param name="ChanceToWin">P(variant rate > control rate), in [0, 1].</param>
/// <param name="LossOfVariant">E[max(control - variant, 0)]: expected cost of adopting, in rate points.</param>
/// <param name="LossOfControl">E[max(variant - control, 0)]: expected cost of keeping control, in rate points.</param>
public readonly record struct RateComparison(double ChanceToWin, double LossOfVariant, double LossOfControl)
{
    // Below this many terms the finite sum is faster than the grid and exact to the last digits even deep in a tail.
    internal const int LongestSum = 400;

    public static RateComparison Between(Beta control, Beta variant) =>
        FewestTerms(control, variant) <= LongestSum ? Summed(control, variant) : BetaGrid.Compare(control, variant);

    /// <summary>
    /// P(variant > control) alone, for callers that look every day and show nothing else.
    /// </summary>
    public static double Chance(Beta control, Beta variant)
    {
        if (FewestTerms(control, variant) > LongestSum)
        {
            return BetaGrid.Compare(control, variant).ChanceToWin;
        }

        var (above, below) = Exceedance(variant, control);
        return above <= below ? above : 1 - below;
    }

    internal static RateComparison Summed(Beta control, Beta variant)
    {
        var (above, below) = Exceedance(variant, control);

        // E[max(X - Y, 0)] = mean X P(X' > Y) - mean Y P(X > Y'), a prime adding one success.
        var lossOfVariant = Excess(control, variant, below);
        var lossOfControl = Excess(variant, control, above);
        return new(above <= below ? above : 1 - below, lossOfVariant, lossOfControl);
    }

    private static double Excess(Beta better, Beta worse, double chance)
    {
        if (chance == 0)
        {
            return 0;
        }

        var first = Exceedance(WithSuccess(better), worse).Above;
        var second = Exceedance(better, WithSuccess(worse)).Above;
        return Math.Max(0, better.Mean * first - worse.Mean * second);
    }

    private static Beta WithSuccess(Beta rate) => new(rate.Alpha + 1, rate.BetaShape);

    private static double FewestTerms(Beta first, Beta second)
    {
        var fewest = double.PositiveInfinity;
        foreach (var shape in (ReadOnlySpan<double>)[first.Alpha, first.BetaShape, second.Alpha, second.BetaShape])
        {
            fewest = shape < fewest && shape == Math.Floor(shape) ? shape : fewest;
        }

        return fewest;
    }

    /// <summary>P(first > second) and P(first &lt; second), the one with fewest terms summed, the other its complement.</summary>
    private static (double Above, double Below) Exceedance(Beta first, Beta second)
    {
        var fewest = FewestTerms(first, second);
        if (first.Alpha == fewest)
        {
            return FromAbove(Sum(second.Alpha, second.BetaShape, first.Alpha, first.BetaShape));
        }

        if (second.BetaShape == fewest)
        {
            return FromAbove(Sum(first.BetaShape, first.Alpha, second.BetaShape, second.Alpha));
        }

        var below = second.Alpha == fewest
            ? Sum(first.Alpha, first.BetaShape, second.Alpha, second.BetaShape)
            : Sum(second.BetaShape, second.Alpha, first.BetaShape, first.Alpha);
        return (1 - below, below);

        static (double Above, double Below) FromAbove(double above) => (above, 1 - above);
    }

    /// <summary>
    /// P(X > Y) for Y ~ Beta(a, b) and X ~ Beta(c, d) with whole c: Σ_{i&lt;c} B(a+i, b+d) / ((d+i) B(1+i, d) B(a, b)).
    /// All terms are positive, so nothing cancels; they are scaled when they would leave the range of doubles.
    /// </summary>
    private static double Sum(double a, double b, double c, double d)
    {
        const double Largest = 1e250;
        var tail = b + d;
        var logFirst = LogGamma.Beta(a, tail) - LogGamma.Beta(a, b);
        var term = 1.0;
        var sum = 0.0;
        for (var i = 0.0; i < c; i++)
        {
            sum += term;
            term *= (a + i) * (d + i) / ((a + tail + i) * (1 + i));
            if (sum > Largest)
            {
                term /= Largest;
                sum /= Largest;
                logFirst += Math.Log(Largest);
            }
        }

        return Math.Min(1, Math.Exp(logFirst + Math.Log(sum)));
    }
}
