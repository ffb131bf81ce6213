using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Decisions;

/// <summary>A recorded experiment judged: what all of it shows, and what daily looks would have decided on the way.</summary>
/// <param name="Control">Name of the control.</param>
/// <param name="ControlUnits">Units of the control.</param>
/// <param name="ControlMean">Rate or mean of the control.</param>
/// <param name="Days">Days followed; 1 when the source has no dates.</param>
/// <param name="Variants">Every variant in detail, in the order of the reading.</param>
/// <param name="Health">Whether the experiment works.</param>
/// <param name="Decision">The decision on everything seen.</param>
/// <param name="FirstDay">The day on which daily looks would first have decided something else than to keep running; null when never or without dates.</param>
/// <param name="First">That decision; null with <paramref name="FirstDay"/>.</param>
public sealed record Evaluation(
    string Control,
    long ControlUnits,
    double ControlMean,
    int Days,
    IReadOnlyList<VariantDetail> Variants,
    Health Health,
    Decision Decision,
    int? FirstDay,
    Decision? First)
{
    /// <summary>Judges conversions.</summary>
    public static Evaluation Of(
        IReadOnlyList<string> variants, IReadOnlyList<ExperimentDay<Proportion>> days, bool dated, DecisionRules rules,
        bool lowerIsBetter = false)
    {
        var looks = new ConversionLook(lowerIsBetter: lowerIsBetter);
        return Follow(variants, days, dated, rules, looks.At, (tally, variant, look) => Details.Of(tally, variant, variants[variant], look));
    }

    /// <summary>Judges means or ratios. The sequence is tuned to the units seen by the planned end, so that it is narrowest there.</summary>
    public static Evaluation OfMeans<TSample>(
        IReadOnlyList<string> variants, IReadOnlyList<ExperimentDay<TSample>> days, bool dated, DecisionRules rules,
        bool lowerIsBetter = false)
        where TSample : struct, IMergeableSample<TSample>
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(rules);
        var planned = Math.Max(1, days.Take(dated ? rules.EndDay : days.Count).Sum(day => day.Samples.Sum(sample => sample.Count)));
        var looks = new MeanLook(planned, 1 / rules.ProvenOdds, 1 / rules.HarmOdds, lowerIsBetter);
        return Follow(
            variants, days, dated, rules, looks.At, (tally, variant, look) => Details.Of(tally, variant, variants[variant], look, planned));
    }

    private static Evaluation Follow<TSample>(
        IReadOnlyList<string> variants, IReadOnlyList<ExperimentDay<TSample>> days, bool dated, DecisionRules rules,
        Func<Tally<TSample>, int, VariantLook> lookAt, Func<Tally<TSample>, int, VariantLook, VariantDetail> detail)
        where TSample : struct, IMergeableSample<TSample>
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(rules);
        var progress = new ExperimentProgress<TSample>(variants, lookAt);
        var (decision, first, firstDay) = ((Decision?)null, (Decision?)null, (int?)null);
        foreach (var day in days)
        {
            progress = progress.With(day);
            var reading = progress.Read();
            decision = DecisionRule.Decide(dated ? reading : reading.Undated(), progress.Health(), rules);
            if (dated && first is null && decision.Kind != DecisionKind.Extend)
            {
                (first, firstDay) = (decision, progress.Day);
            }
        }

        var last = progress.Read();
        return new(
            variants[0], progress.All.Units(0), last.Variants[0].Today.ControlMean, progress.Day,
            [.. last.Variants.Select((variant, k) => detail(progress.All, k + 1, variant.Today))],
            progress.Health(), decision!, firstDay, first);
    }
}
