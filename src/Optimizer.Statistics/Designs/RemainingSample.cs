namespace Optimizer.Statistics.Designs;

/// <summary>How much more sample a running comparison needs to find a target effect.</summary>
/// <param name="PowerNow">Chance of finding the target with the sample at hand, in [0, 1].</param>
/// <param name="ScalingFactor">Additional sample as a multiple of the sample at hand; 0 when it is enough.</param>
public readonly record struct RemainingSample(double PowerNow, double ScalingFactor)
{
    /// <summary>
    /// Smallest s with power at SE²/(1 + s) reaching the target; the split and the variances stay as they are.
    /// </summary>
    /// <param name="standardError">Of the relative effect now.</param>
    /// <param name="total">Units of both groups now.</param>
    /// <param name="targetEffect">Relative effect to find.</param>
    /// <param name="targetPower">In (0, 1).</param>
    /// <param name="alpha">Two-sided, in (0, 1).</param>
    /// <param name="tuning">Total sample a daily sequence is tuned to; null for one look at the end.</param>
    public static RemainingSample Find(
        double standardError, double total, double targetEffect, double targetPower, double alpha, double? tuning)
    {
        Require.Positive(standardError);
        Require.Positive(total);
        Require.Probability(targetPower);
        Require.Positive(Math.Abs(targetEffect), nameof(targetEffect));
        var now = At(0);
        if (now >= targetPower)
        {
            return new(now, 0);
        }

        var upper = 1.0;
        while (At(upper) < targetPower)
        {
            upper *= 2;
        }

        return new(now, MathNet.Numerics.RootFinding.Brent.FindRoot(scaling => At(scaling) - targetPower, 0, upper, 1e-10, 200));

        double At(double scaling)
        {
            var power = tuning is { } sample
                ? Power.AlwaysValid(alpha, sample, total * (1 + scaling))
                : Power.FixedHorizon(alpha);
            return power.Of(targetEffect, standardError / Math.Sqrt(1 + scaling));
        }
    }
}
