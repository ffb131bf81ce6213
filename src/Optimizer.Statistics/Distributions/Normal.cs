using MathNet.Numerics;

namespace Optimizer.Statistics.Distributions;

/// <summary>The normal distribution with a mean and a positive standard deviation.</summary>
public readonly record struct Normal
{
    private const double FarBelow = -4;

    // Leaves less than the last digit from FarBelow on.
    private const int MillsTerms = 60;

    /// <summary>Mean 0, standard deviation 1.</summary>
    public static readonly Normal Standard = new(0, 1);

    /// <exception cref="ArgumentOutOfRangeException">The deviation is not positive, or a value is not finite.</exception>
    public Normal(double mean, double standardDeviation)
    {
        Require.Finite(mean);
        Require.Positive(standardDeviation);
        Mean = mean;
        StandardDeviation = standardDeviation;
    }

    public double Mean { get; }

    public double StandardDeviation { get; }

    /// <summary>Density at x. Formula: exp(-z²/2) / (s √(2π)), z = (x - mean)/s.</summary>
    public double Density(double x)
    {
        var z = (x - Mean) / StandardDeviation;
        var square = z * z;

        // What rounding took from the square would cost three digits at z = 37.
        var lost = double.IsFinite(square) ? Math.FusedMultiplyAdd(z, z, -square) : 0;
        return Math.Exp(-0.5 * square) * (1 - 0.5 * lost) / (StandardDeviation * Math.Sqrt(2 * Math.PI));
    }

    /// <summary>P(X &lt;= x). Formula: erfc(-z/√2)/2, which keeps its digits in the left tail.</summary>
    public double Cdf(double x) => 0.5 * SpecialFunctions.Erfc(-(x - Mean) / (StandardDeviation * Constants.Sqrt2));

    /// <summary>P(X > x), which keeps its digits in the right tail.</summary>
    public double Survival(double x) => 0.5 * SpecialFunctions.Erfc((x - Mean) / (StandardDeviation * Constants.Sqrt2));

    /// <summary>The x with P(X &lt;= x) = probability, for a probability in (0, 1).</summary>
    public double Quantile(double probability)
    {
        Require.Probability(probability);
        return Mean - StandardDeviation * Constants.Sqrt2 * SpecialFunctions.ErfcInv(2 * probability);
    }

    /// <summary>
    /// E[max(X, 0)]. Formula: m Φ(m/s) + s φ(m/s); far below 0 the two nearly cancel, so there it is s φ(z) (1 - |z| M),
    /// z = m/s, with Mills' ratio M as Laplace's continued fraction. Beyond the range of doubles it is the analytic limit
    /// max(m, 0).
    /// </summary>
    public double ExpectedExcess()
    {
        var z = Mean / StandardDeviation;
        if (z >= FarBelow)
        {
            return Mean * Standard.Cdf(z) + StandardDeviation * Standard.Density(z);
        }

        // M = 1/(x + k) with k = 1/(x + 2/(x + 3/(x + ...))), so 1 - x M is k/(x + k) without a difference.
        var x = -z;
        var k = 0.0;
        for (var term = MillsTerms; term >= 1; term--)
        {
            k = term / (x + k);
        }

        return StandardDeviation * Standard.Density(z) * (k / (x + k));
    }
}
