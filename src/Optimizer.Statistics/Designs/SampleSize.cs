using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Statistics.Designs;

/// <summary>Units per group that find a relative effect, before anything is started. Two-sided at level alpha.</summary>
/// <param name="Alpha">Chance of a false alarm, in (0, 1).</param>
/// <param name="Power">Chance of finding the effect, in (0, 1).</param>
public sealed record SampleSize(double Alpha, double Power)
{
    private const double Fewest = 2;

    public double Alpha { get; } = Checked(Alpha, nameof(Alpha));

    public double Power { get; } = Checked(Power, nameof(Power));

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

    /// <summary>
    /// Smallest relative rise of a rate that so many units per group find: <see cref="OfRate"/> solved for the effect. Null
    /// when not even a rate of 1 would be found.
    /// </summary>
    /// <param name="baseRate">Rate of control, in (0, 1).</param>
    /// <param name="perGroup">Units per group, above 0.</param>
    public double? DetectableRise(double baseRate, double perGroup)
    {
        Require.Probability(baseRate);
        Require.Positive(perGroup);

        // n d² = r² (p₀q₀ + (p₀ + d)(q₀ - d)) for the difference d.
        var square = Square(Reach);
        var linear = square * (1 - 2 * baseRate);
        var constant = 2 * square * baseRate * (1 - baseRate);
        var rise = (linear + Math.Sqrt(Square(linear) + 4 * (perGroup + square) * constant)) / (2 * (perGroup + square));
        return rise <= 1 - baseRate ? rise / baseRate : null;
    }

    /// <summary>
    /// The same when looked at every day: <see cref="OfRateSequential"/> solved for the effect. Null when not even a rate
    /// next to 1 would be found.
    /// </summary>
    public double? DetectableRiseSequential(double baseRate, double perGroup)
    {
        Require.Probability(baseRate);
        Require.Positive(perGroup);
        var (smallest, largest) = (1e-9, (1 - baseRate) / baseRate * (1 - 1e-9));
        return OfRateSequential(baseRate, largest) > perGroup
            ? null
            : MathNet.Numerics.RootFinding.Brent.FindRoot(
                rise => Math.Log(OfRateSequential(baseRate, rise) / perGroup), smallest, largest, 1e-12, 200);
    }

    /// <summary>A mean with a known deviation. Formula: 2 (z_a + z_p)² sd²/(mean mde)².</summary>
    public double OfMean(double mean, double standardDeviation, double relativeMde)
    {
        Require.Positive(standardDeviation);
        return 2 * Square(Reach) * Square(standardDeviation / Effect(mean, relativeMde));
    }

    /// <summary>
    /// A mean with an estimated deviation: Student's t instead of the normal, both tails counted. The noncentral t is
    /// taken by its normal approximation (Johnson and Kotz), whose error is far below one unit. At least 2, the fewest that
    /// have a deviation.
    /// </summary>
    public double OfMeanStudent(double mean, double standardDeviation, double relativeMde)
    {
        Require.Positive(standardDeviation);
        var effect = Math.Abs(Effect(mean, relativeMde)) / standardDeviation;
        return Solve(n =>
        {
            var degrees = 2 * n - 2;
            var critical = -new StudentT(degrees).Quantile(Alpha / 2);
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

    /// <summary>The n from <see cref="Fewest"/> upwards at which a rising power reaches the wanted one.</summary>
    private double Solve(Func<double, double> power)
    {
        if (power(Fewest) >= Power)
        {
            return Fewest;
        }

        var upper = 4.0;
        while (power(upper) < Power)
        {
            upper *= 2;
        }

        return MathNet.Numerics.RootFinding.Brent.FindRoot(n => power(n) - Power, Fewest, upper, 1e-12, 200);
    }

    private static double Checked(double value, string name)
    {
        Require.Probability(value, name);
        return value;
    }

    private static double Square(double value) => value * value;
}
