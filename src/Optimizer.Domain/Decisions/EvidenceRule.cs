using Optimizer.Domain.Experiments;
using Optimizer.Domain.Kpis;
using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Decisions;

/// <summary>Judges an experiment from what a source has on it: the one way from exposures to a decision. Pure (S0-040).</summary>
public static class EvidenceRule
{
    /// <param name="evidence">Complete days; at least one.</param>
    /// <param name="rules">Every number the decision depends on.</param>
    /// <param name="maxSecondaryDegradation">Largest relative harm to another metric, as a share (S0x-004).</param>
    /// <exception cref="ArgumentException">There is no day, or a day does not fit the variants.</exception>
    public static Evaluation Judge(Exposures evidence, DecisionRules rules, double maxSecondaryDegradation)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(rules);
        evidence = evidence with { Days = ExposureDays.Whole(evidence.Days) };
        var lower = evidence.Direction == KpiDirection.LowerIsBetter;
        var guardrails = SecondaryRule.Read(evidence, rules, maxSecondaryDegradation);
        if (evidence.IsConversion)
        {
            var looks = new ConversionLook(lowerIsBetter: lower);
            return Judge(evidence, rules, guardrails, ExposureSamples.Share, looks.At, (tally, variant, look) => Details.Of(tally, variant, evidence.Variants[variant], look));
        }

        var planned = (double)Math.Max(1, evidence.Days.Take(rules.EndDay).Sum(day => day.Groups.Sum(group => group.Units)));
        var means = new MeanLook(planned, 1 / rules.ProvenOdds, 1 / rules.HarmOdds, lower);
        return Judge(evidence, rules, guardrails, ExposureSamples.Value, means.At, (tally, variant, look) => Details.Of(tally, variant, evidence.Variants[variant], look, planned));
    }

    private static Evaluation Judge<TSample>(
        Exposures evidence, DecisionRules rules, IReadOnlyList<GuardrailReading> guardrails, Func<GroupCount, TSample> sample,
        Func<Tally<TSample>, int, VariantLook> lookAt, Func<Tally<TSample>, int, VariantLook, VariantDetail> detail)
        where TSample : struct, IMergeableSample<TSample>
    {
        var progress = new ExperimentProgress<TSample>(evidence.Variants, lookAt);
        foreach (var day in evidence.Days.GroupBy(day => day.Day))
        {
            progress = progress.With([.. day.Select(split => ExposureSamples.Day(split, split.Groups, sample))]);
        }

        var reading = progress.Read(guardrails);
        var health = progress.Health() with { Fault = evidence.Fault };
        return new(
            evidence.Variants[0], progress.All.Units(0), reading.Variants[0].Today.ControlMean, progress.Day,
            [.. reading.Variants.Select((variant, k) => detail(progress.All, k + 1, variant.Today))],
            health, DecisionRule.Decide(reading, health, rules), null, null);
    }
}
