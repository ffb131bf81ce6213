using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Samples;

namespace Optimizer.Statistics.Sequential;

/// <summary>
/// ln(variant mean / control mean) with its standard error: the scale on which sequences of revenue and ratios keep
/// their error rate. On the relative scale the error shrinks when a variant is unlucky, and a 95 % sequence then calls
/// false losers in up to 12 % of experiments without effect.
/// </summary>
public readonly record struct LogRatio
{
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite or the error is not positive.</exception>
    public LogRatio(double value, double standardError)
    {
        Require.Finite(value);
        Require.Positive(standardError);
        Value = value;
        StandardError = standardError;
    }

    public double Value { get; }

    public double StandardError { get; }

    /// <summary>mB/mA - 1.</summary>
    public double Lift => Lifted(Value);

    /// <summary>
    /// SE² = vA/(nA mA²) + vB/(nB mB²). Null where a mean is not above 0 or nothing varies: compare absolutely there.
    /// </summary>
    public static LogRatio? Between(ISample control, ISample variant)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(variant);
        if (control.Count == 0 || variant.Count == 0 || !(control.Mean > 0) || !(variant.Mean > 0))
        {
            return null;
        }

        var squared = control.Variance / (control.Count * control.Mean * control.Mean)
            + variant.Variance / (variant.Count * variant.Mean * variant.Mean);
        return squared > 0 ? new(Math.Log(variant.Mean / control.Mean), Math.Sqrt(squared)) : null;
    }

    /// <summary>The always-valid interval of the lift.</summary>
    public Interval LiftInterval(ConfidenceSequence sequence, double total)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return sequence.Interval(Value, StandardError, total).Map(Lifted);
    }

    /// <summary>
    /// The lift pulled towards none by a normal prior on the log ratio, as its posterior. Observed lifts at the moment of
    /// adoption are several times the truth; gains are booked from this value only.
    /// </summary>
    public Posterior Shrunk(double priorDeviation) => Posterior.Of(Value, StandardError, Prior.Normal(0, priorDeviation));

    /// <summary>e^z - 1, exact for small z: from a log ratio to a lift.</summary>
    public static double Lifted(double z) => Distributions.Elementary.Expm1(z);
}
