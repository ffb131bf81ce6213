using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Statistics.Designs;

/// <summary>
/// Chance of finding a relative effect, and the smallest effect that would be found, for a metric with a known mean and
/// variance split evenly over the groups. Two-sided at level alpha.
/// </summary>
public sealed record Power
{
    private readonly double _fixed;
    private readonly double _critical;

    private Power(double alpha, Func<double, double> critical)
    {
        Require.Probability(alpha);
        Alpha = alpha;
        _fixed = -Normal.Standard.Quantile(alpha / 2);
        _critical = critical(_fixed);
    }

    public double Alpha { get; }

    // A planned error is widened instead of the limit, as the common calculators do: small powers come out a little low.
    private double Widening => _critical / _fixed;

    /// <summary>One look at the end.</summary>
    public static Power FixedHorizon(double alpha) => new(alpha, critical => critical);

    /// <summary>Looked at every day with a sequence tuned to a total sample, judged at the given total.</summary>
    public static Power AlwaysValid(double alpha, double tuning, double total) =>
        new(alpha, _ => new ConfidenceSequence(alpha, tuning).Multiplier(total));

    /// <summary>P(the interval excludes no effect) when the true relative effect is as given, from its standard error.</summary>
    public double Of(double effect, double standardError)
    {
        Require.Finite(effect);
        Require.Positive(standardError);
        return Exceeds(effect / standardError, _critical);
    }

    /// <summary>
    /// The same before any data. Formula: relative delta-method error at mB = mA(1 + effect), the same variance in both groups.
    /// </summary>
    public double Planned(double effect, double mean, double variance, double perGroup)
    {
        Require.Finite(effect);
        var error = Math.Sqrt(Noise(mean, variance, perGroup) * (1 + (1 + effect) * (1 + effect)));
        return Exceeds(effect / (Widening * error), _fixed);
    }

    /// <summary>
    /// Smallest relative effect found with the wanted power, or null when no effect of any size would be: the sample is
    /// too small for the relative scale (of a rate, <see cref="SampleSize.DetectableRise"/> tells more there). Solves
    /// (z_a + z_p) SE(effect) = effect, SE widened as in <see cref="Planned"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The power is not above alpha / 2, which an absent effect reaches.</exception>
    public double? MinimumDetectableEffect(double power, double mean, double variance, double perGroup)
    {
        Require.Probability(power);
        if (power <= Alpha / 2)
        {
            throw new ArgumentOutOfRangeException(nameof(power), power, $"must exceed alpha / 2 = {Alpha / 2}");
        }

        var reach = Widening * (_fixed + Normal.Standard.Quantile(power));
        var noise = reach * reach * Noise(mean, variance, perGroup);
        if (noise >= 1)
        {
            return null;
        }

        return (noise + Math.Sqrt(noise * noise + 2 * noise * (1 - noise))) / (1 - noise);
    }

    private static double Exceeds(double shift, double critical) =>
        Normal.Standard.Survival(critical - shift) + Normal.Standard.Cdf(-critical - shift);

    private static double Noise(double mean, double variance, double perGroup)
    {
        Require.Positive(Math.Abs(mean), nameof(mean));
        Require.Positive(variance);
        Require.Positive(perGroup);
        return variance / (perGroup * mean * mean);
    }
}
