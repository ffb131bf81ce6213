using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Domain.Experiments;

/// <summary>
/// Looks at means, revenue and ratios: always-valid sequences on the log ratio, on the difference where a mean is not
/// above 0. Power on revenue is low: decide on conversion where there is one and keep revenue as a guardrail.
/// </summary>
/// <param name="plannedUnits">Total units at the median decision day, to which the sequence is tuned.</param>
/// <param name="gainAlpha">Level of the evidence for gains; only tunes the sequence.</param>
/// <param name="harmAlpha">Level of the evidence for harm.</param>
/// <param name="lowerIsBetter">True for costs.</param>
public sealed class MeanLook(double plannedUnits, double gainAlpha = 0.1, double harmAlpha = 0.05, bool lowerIsBetter = false)
{
    private readonly ConfidenceSequence _gain = new(gainAlpha, plannedUnits);
    private readonly ConfidenceSequence _harm = new(harmAlpha, plannedUnits);

    public VariantLook At<TSample>(Tally<TSample> tally, int variant)
        where TSample : struct, IMergeableSample<TSample>
    {
        ArgumentNullException.ThrowIfNull(tally);
        var (control, changed) = (tally.Standardise(0, variant), tally.Standardise(variant, 0));
        var (better, worse, chance) = (double.NegativeInfinity, double.NegativeInfinity, 0.5);
        if (Effect(control, changed) is { } effect)
        {
            var total = control.Count + changed.Count;
            var (good, bad) = lowerIsBetter ? (Side.Lesser, Side.Greater) : (Side.Greater, Side.Lesser);
            better = _gain.LogEvidence(effect.Value, effect.Error, total, good);
            worse = _harm.LogEvidence(effect.Value, effect.Error, total, bad);
            chance = Statistics.Comparisons.Posterior.Of(effect.Value, effect.Error, Prior.Flat).ChanceToWin;
        }

        return new(
            tally.Units(0), tally.Units(variant), control.Mean, changed.Mean, lowerIsBetter ? 1 - chance : chance,
            better, worse, Math.Min(Active(tally, 0), Active(tally, variant)), lowerIsBetter);
    }

    /// <summary>Log ratio with its error, or the plain difference where no log ratio exists; null when nothing varies.</summary>
    public static (double Value, double Error)? Effect(ISample control, ISample variant)
    {
        if (LogRatio.Between(control, variant) is { } ratio)
        {
            return (ratio.Value, ratio.StandardError);
        }

        return Comparison.Between(control, variant, Scale.Absolute) is { } difference
            ? (difference.Value, difference.StandardError)
            : null;
    }

    private static long Active<TSample>(Tally<TSample> tally, int variant)
        where TSample : struct, IMergeableSample<TSample> =>
        tally.Strata.Sum(stratum => stratum.Samples[variant] is ValueMoments value ? value.Active : stratum.Samples[variant].Count);
}
