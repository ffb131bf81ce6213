using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Sequential;

/// <summary>
/// Asymptotic confidence sequence for means, revenue and ratios: an interval that may be looked at every day.
/// Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, arXiv 2103.06476, equations 9 and 161.
/// </summary>
/// <param name="Alpha">Share of runs in which the truth is ever left out, in (0, 1).</param>
/// <param name="Tuning">Total sample at which the interval is narrowest: plan it at the median decision day.</param>
public sealed record ConfidenceSequence(double Alpha, double Tuning)
{
    private const double SmallestOneSided = 1e-5;
    private const double LargestOneSided = 0.4999;

    public double Alpha { get; } = Checked(Alpha);

    public double Tuning { get; } = CheckedTuning(Tuning);

    /// <summary>Width of the mixture. Formula: √((-2 ln a + ln(-2 ln a + 1))/N*), a doubled when one-sided.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One-sided with an alpha of 0.5 or more, for which there is no boundary.</exception>
    public double Rho(Side side = Side.Two)
    {
        if (!IsTwoSided(side) && Alpha >= 0.5)
        {
            throw new ArgumentOutOfRangeException(nameof(side), side, $"needs an alpha below 0.5 when one-sided, not {Alpha}");
        }

        var log = -2 * Math.Log(side == Side.Two ? Alpha : 2 * Alpha);
        return Math.Sqrt((log + Math.Log(log + 1)) / Tuning);
    }

    /// <summary>Half-width in standard errors at a total sample of both groups.</summary>
    public double Multiplier(double total, Side side = Side.Two)
    {
        var spread = Spread(total, side);
        var boundary = side == Side.Two
            ? Math.Log(Math.Sqrt(spread + 1) / Alpha)
            : Math.Log(1 + Math.Sqrt(spread + 1) / (2 * Alpha));
        return Math.Sqrt(2 * (spread + 1) / spread * boundary);
    }

    /// <summary>The always-valid interval around an estimate with its standard error.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The estimate is not finite, or the error or the total is not positive.</exception>
    public Interval Interval(double estimate, double standardError, double total, Side side = Side.Two)
    {
        Require.Finite(estimate);
        Require.Positive(standardError);
        var half = standardError * Multiplier(total, side);
        return side switch
        {
            Side.Two => new(estimate - half, estimate + half),
            Side.Greater => new(estimate - half, double.PositiveInfinity),
            Side.Lesser => new(double.NegativeInfinity, estimate + half),
            _ => throw new ArgumentOutOfRangeException(nameof(side), side, "unknown side"),
        };
    }

    /// <summary>
    /// Always-valid p-value. Two-sided: min(1, √(nρ²+1) exp(-nρ²z²/(2(nρ²+1)))). One-sided: the alpha at which the
    /// interval's end touches 0 with ρ held, reported inside [0.00001, 0.4999] where the bound means something.
    /// </summary>
    public double PValue(double estimate, double standardError, double total, Side side = Side.Two)
    {
        Require.Finite(estimate);
        Require.Positive(standardError);
        var spread = Spread(total, side);
        var z = estimate / standardError;
        var exponent = spread * z * z / (2 * (spread + 1));
        if (side == Side.Two)
        {
            return Math.Min(1, Math.Exp(0.5 * Math.Log(spread + 1) - exponent));
        }

        var towards = side == Side.Greater ? z > 0 : z < 0;
        return towards
            ? Math.Clamp(Math.Sqrt(spread + 1) / (2 * Elementary.Expm1(exponent)), SmallestOneSided, LargestOneSided)
            : LargestOneSided;
    }

    /// <summary>
    /// ln of the one-sided evidence that the effect is above (Greater) or below (Lesser) 0, on the same footing as
    /// <see cref="EProcess"/>: at least ln(1/alpha) rejects at level alpha at any look. Formula: 2(e^L - 1)/√(nρ²+1),
    /// L = nρ²z²/(2(nρ²+1)). -infinity when the effect lies on the other side.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">No side is given, or a number is out of range.</exception>
    public double LogEvidence(double estimate, double standardError, double total, Side side)
    {
        Require.Finite(estimate);
        Require.Positive(standardError);
        if (IsTwoSided(side))
        {
            throw new ArgumentOutOfRangeException(nameof(side), side, "must be Greater or Lesser");
        }

        var spread = Spread(total, side);
        var z = estimate / standardError * (side == Side.Lesser ? -1 : 1);
        if (z <= 0)
        {
            return double.NegativeInfinity;
        }

        var exponent = spread * z * z / (2 * (spread + 1));
        var grown = exponent > 30 ? exponent : Math.Log(Elementary.Expm1(exponent));
        return Math.Log(2) + grown - 0.5 * Math.Log(spread + 1);
    }

    private double Spread(double total, Side side)
    {
        Require.Positive(total);
        var rho = Rho(side);
        return total * rho * rho;
    }

    private static bool IsTwoSided(Side side) => side switch
    {
        Side.Two => true,
        Side.Greater or Side.Lesser => false,
        _ => throw new ArgumentOutOfRangeException(nameof(side), side, "unknown side"),
    };

    private static double Checked(double alpha)
    {
        Require.Probability(alpha);
        return alpha;
    }

    private static double CheckedTuning(double tuning)
    {
        Require.Positive(tuning);
        return tuning;
    }
}
