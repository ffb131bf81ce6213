using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Statistics.Designs;

/// <summary>Units per group that find a relative effect, before anything is started. Two-sided at level alpha.</summary>
/// <param name="Alpha">Chance of a false alarm, in (0, 1).</param>
/// <param name="Power">Chance of finding the effect, in (0, 1).</param>
public sealed record SampleSize(double Alpha, double Power)
{
    /// <summary>A rate against (1 + mde) times it. Formula: (z_a + z_p)² (p₀q₀ + p₁q₁)/(p₁ - p₀)².</summary>
    public double OfRate(double baseRate, double relativeMde)
    {
        var (p0, p1) = Rates(baseRate, relativeMde);
        return Square(Reach) * (p0 * (1 - p0) + p1 * (1 - p1)) / Square(p1 - p0);
    }

    /// <summary>The same judged on the relative lift. Formula: (z_a + z_p)² (p₁q₁/p₀² + p₀q₀p₁²/p₀⁴)/mde².</summary>
    public double OfRateRelative(double baseRate, double relativeMde)
    {
        var (p0, p1) = Rates(baseRate, relativeMde);
        var variance = p1 * (1 - p1) / Square(p0) + p0 * (1 - p0) * Square(p1) / Square(Square(p0));
        return Square(Reach) * variance / Square(relativeMde);
    }

    /// <summary>
    /// The same when looked at every day: the log-ratio sequence at total 2n tuned to 2n must exclude 0 with this power.
    /// </summary>
    public double OfRateSequential(double baseRate, double relativeMde)
    {
        var (p0, p1) = Rates(baseRate, relativeMde);
        var variance = (1 - p0) / p0 + (1 - p1) / p1;

        // Tuned to its own total the sequence's multiplier is one number, whatever the total is.
        var reach = new ConfidenceSequence(Alpha, 1).Multiplier(1) + Normal.Standard.Quantile(Power);
        return Square(reach) * variance / Square(Math.Log(p1 / p0));
    }

    /// <summary>The same on the variance-stabilising scale 2 asin √p (Cohen 1988), both tails counted.</summary>
    public double OfRateArcsine(double baseRate, double relativeMde)
    {
        var (p0, p1) = Rates(baseRate, relativeMde);
        var effect = 2 * (Math.Asin(Math.Sqrt(p1)) - Math.Asin(Math.Sqrt(p0)));
        return Solve(n => TwoTailed(Math.Abs(effect) * Math.Sqrt(n / 2), -Normal.Standard.Quantile(Alpha / 2), 1));
    }

    /// <summary>A mean with a known deviation. Formula: 2 (z_a + z_p)² sd²/(mean mde)².</summary>
    public double OfMean(double mean, double standardDeviation, double relativeMde) =>
        2 * Square(Reach) * Square(standardDeviation / Effect(mean, relativeMde));

    /// <summary>
    /// A mean with an estimated deviation: Student's t instead of the normal, both tails counted. The noncentral t is
    /// taken by its normal approximation (Johnson and Kotz), whose error at these sizes is far below one unit.
    /// </summary>
    public double OfMeanStudent(double mean, double standardDeviation, double relativeMde)
    {
        var effect = Math.Abs(Effect(mean, relativeMde)) / standardDeviation;
        return Solve(n =>
        {
            var degrees = 2 * n - 2;
            var critical = new StudentT(degrees).Quantile(1 - Alpha / 2);
            return TwoTailed(
                effect * Math.Sqrt(n / 2), critical * (1 - 1 / (4 * degrees)), Math.Sqrt(1 + critical * critical / (2 * degrees)));
        });
    }

    private double Reach => -Normal.Standard.Quantile(Alpha / 2) + Normal.Standard.Quantile(Power);

    private static double Effect(double mean, double relativeMde)
    {
        Require.Finite(mean);
        Require.Finite(relativeMde);
        return mean * relativeMde is var effect && effect != 0
            ? effect
            : throw new ArgumentOutOfRangeException(nameof(relativeMde), relativeMde, "the effect must differ from 0");
    }

    private static (double P0, double P1) Rates(double baseRate, double relativeMde)
    {
        Require.Probability(baseRate);
        Effect(baseRate, relativeMde);
        var changed = baseRate * (1 + relativeMde);
        return changed is > 0 and < 1
            ? (baseRate, changed)
            : throw new ArgumentOutOfRangeException(nameof(relativeMde), relativeMde, $"takes the rate to {changed}, outside (0, 1)");
    }

    private static double TwoTailed(double shift, double critical, double spread) =>
        Normal.Standard.Survival((critical - shift) / spread) + Normal.Standard.Survival((critical + shift) / spread);

    private double Solve(Func<double, double> power)
    {
        var upper = 4.0;
        while (power(upper) < Power)
        {
            upper *= 2;
        }

        return MathNet.Numerics.RootFinding.Brent.FindRoot(n => power(n) - Power, 2, upper, 1e-12, 200);
    }

    private static double Square(double value) => value * value;
}
