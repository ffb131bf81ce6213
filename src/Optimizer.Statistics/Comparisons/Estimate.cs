using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Comparisons;

/// <summary>
/// An estimated effect with its standard error and Welch's degrees of freedom: the fixed-horizon view, valid at one look
/// that was planned beforehand. Decisions under daily looks use the always-valid forms in Sequential.
/// </summary>
public readonly record struct Estimate
{
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite, or the error or the degrees are not positive.</exception>
    public Estimate(double value, double standardError, double degreesOfFreedom)
    {
        Require.Finite(value);
        Require.Positive(standardError);
        Require.Positive(degreesOfFreedom);
        Value = value;
        StandardError = standardError;
        DegreesOfFreedom = degreesOfFreedom;
    }

    public double Value { get; }

    public double StandardError { get; }

    public double DegreesOfFreedom { get; }

    /// <summary>Value over standard error.</summary>
    public double TStatistic => Value / StandardError;

    /// <summary>p-value of no effect from Student's t, by the survival function so that tiny values keep their digits.</summary>
    public double PValue(Side side = Side.Two)
    {
        var t = new StudentT(DegreesOfFreedom);
        return side switch
        {
            Side.Two => 2 * t.Survival(Math.Abs(TStatistic)),
            Side.Greater => t.Survival(TStatistic),
            Side.Lesser => t.Cdf(TStatistic),
            _ => throw new ArgumentOutOfRangeException(nameof(side), side, "unknown side"),
        };
    }

    /// <summary>Confidence interval at level 1 - alpha.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Alpha is not strictly between 0 and 1.</exception>
    public Interval Interval(double alpha, Side side = Side.Two)
    {
        Require.Probability(alpha);
        var t = new StudentT(DegreesOfFreedom);
        var half = -StandardError * t.Quantile(side == Side.Two ? alpha / 2 : alpha);
        return side switch
        {
            Side.Two => new(Value - half, Value + half),
            Side.Greater => new(Value - half, double.PositiveInfinity),
            Side.Lesser => new(double.NegativeInfinity, Value + half),
            _ => throw new ArgumentOutOfRangeException(nameof(side), side, "unknown side"),
        };
    }
}
