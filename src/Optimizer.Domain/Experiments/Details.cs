using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Designs;
using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Domain.Experiments;

/// <summary>Works out what is shown of a variant from everything seen of an experiment.</summary>
public static class Details
{
    // What calculators take when nothing is said.
    private static readonly SampleSize Usual = new(Alpha: 0.05, Power: 0.8);
    private static readonly EProcess Width = new(0.2);

    /// <summary>Conversions: exact interval and exact losses.</summary>
    public static VariantDetail Of(Tally<Proportion> tally, int variant, string name, VariantLook look)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var (control, changed) = (tally.Standardise(0, variant), tally.Standardise(variant, 0));
        var losses = RateComparison.Between(
            ConversionLook.Posterior(tally, 0, variant), ConversionLook.Posterior(tally, variant, 0));
        var perGroup = EvenGroup(control, changed);
        var known = perGroup > 0 && control.Mean is > 0 and < 1;
        return Make(name, look, control, changed, Width.Lift(ConversionLook.Converters(tally, variant), VariantDetail.Alpha),
            look.LowerIsBetter ? losses.LossOfControl : losses.LossOfVariant,
            look.LowerIsBetter ? losses.LossOfVariant : losses.LossOfControl,
            known ? Usual.DetectableRise(control.Mean, perGroup) : null,
            known ? Usual.DetectableRiseSequential(control.Mean, perGroup) : null);
    }

    /// <summary>Means and ratios: interval on the log ratio, normal losses on the difference.</summary>
    /// <param name="tally">Everything seen.</param>
    /// <param name="variant">Index of the variant.</param>
    /// <param name="name">Its name.</param>
    /// <param name="look">The numbers that decide.</param>
    /// <param name="plannedUnits">Total units the sequence is tuned to.</param>
    public static VariantDetail Of<TSample>(Tally<TSample> tally, int variant, string name, VariantLook look, double plannedUnits)
        where TSample : struct, IMergeableSample<TSample>
    {
        ArgumentNullException.ThrowIfNull(tally);
        var (control, changed) = (tally.Standardise(0, variant), tally.Standardise(variant, 0));
        var interval = LogRatio.Between(control, changed) is { } ratio
            ? ratio.LiftInterval(new(VariantDetail.Alpha, plannedUnits), control.Count + changed.Count)
            : (Interval?)null;
        var posterior = Comparison.Between(control, changed, Scale.Absolute) is { } difference
            ? Posterior.Of(difference, Prior.Flat)
            : (Posterior?)null;
        var perGroup = EvenGroup(control, changed);
        var known = perGroup > 0 && control.Mean != 0 && control.Variance > 0;
        return Make(name, look, control, changed, interval,
            look.LowerIsBetter ? posterior?.LossOfControl : posterior?.LossOfVariant,
            look.LowerIsBetter ? posterior?.LossOfVariant : posterior?.LossOfControl,
            known ? Power.FixedHorizon(Usual.Alpha).MinimumDetectableEffect(Usual.Power, control.Mean, control.Variance, perGroup) : null,
            known ? Power.AlwaysValid(Usual.Alpha, 2 * perGroup, 2 * perGroup).MinimumDetectableEffect(Usual.Power, control.Mean, control.Variance, perGroup) : null);
    }

    // An uneven split finds what an even one of the harmonic mean would.
    private static double EvenGroup(StandardisedSample control, StandardisedSample changed) =>
        control.Count > 0 && changed.Count > 0 ? 2 / (1.0 / control.Count + 1.0 / changed.Count) : 0;

    private static VariantDetail Make(
        string name, VariantLook look, StandardisedSample control, StandardisedSample changed, Interval? interval,
        double? lossOfVariant, double? lossOfControl, double? detectable, double? detectableDaily) => new(
        name, look, interval, Comparison.Between(control, changed, Scale.Absolute), lossOfVariant, lossOfControl,
        LogRatio.Between(control, changed)?.Shrunk(VariantDetail.ShrinkDeviation), detectable, detectableDaily);
}
