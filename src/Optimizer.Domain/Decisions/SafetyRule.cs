using Optimizer.Domain.Experiments;
using Optimizer.Domain.Kpis;
using Optimizer.Statistics.Samples;
using static System.Linq.Enumerable;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Decisions;

/// <summary>
/// Watches a live experiment between its looks, on everything up to the minute (S0-055, C04, C08). Proven harm stops it at any time.
/// A fall beyond the stated 30 % stops it word for word in literal mode; guarded, it throttles the variant at once, and evidence
/// stops it: with real breakage that is the same moment. Pure.
/// </summary>
public static class SafetyRule
{
    public const string ProvenHarm = "proven_harm";
    public const string Drop30 = "drop_30";

    /// <param name="evidence">Everything until now, the running day included.</param>
    /// <param name="rules">Every number it depends on.</param>
    public static SafetyReading Judge(Exposures evidence, DecisionRules rules)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(rules);
        var days = evidence.Days.Where(day => day.Groups.Any(group => group.Units > 0)).ToList();
        if (days.Count == 0)
        {
            return SafetyReading.Fine;
        }

        var lower = evidence.Direction == KpiDirection.LowerIsBetter;
        if (!Range(1, evidence.Variants.Count - 1).Any(variant => IsBehind(days, variant, lower)))
        {
            return SafetyReading.Fine;
        }

        if (evidence.IsConversion)
        {
            var tally = ExposureSamples.All(days, day => day.Groups, ExposureSamples.Share);
            return Judge(evidence, tally, new ConversionLook(lowerIsBetter: lower).HarmAt, rules);
        }

        var planned = (double)Math.Max(1, days.Take(rules.EndDay).Sum(day => day.Groups.Sum(group => group.Units)));
        var values = ExposureSamples.All(days, day => day.Groups, ExposureSamples.Value);
        var looks = new MeanLook(planned, 1 / rules.ProvenOdds, 1 / rules.HarmOdds, lower);
        return Judge(evidence, values, (tally, variant) => HarmLook.Of(looks.At(tally, variant)), rules);
    }

    // Sums tell who is behind at a hundredth of the cost of evidence; days of unlike shares are compared each with itself.
    private static bool IsBehind(List<ExposureDay> days, int variant, bool lower)
    {
        var difference = 0.0;
        foreach (var day in days)
        {
            var (control, changed) = (day.Groups[0], day.Groups[variant]);
            var all = (double)control.Units + changed.Units;
            difference += control.Units > 0 && changed.Units > 0
                ? (changed.Sum / changed.Units - control.Sum / control.Units) * control.Units * changed.Units / all
                : 0;
        }

        return lower ? difference > 0 : difference < 0;
    }

    private static SafetyReading Judge<TSample>(
        Exposures evidence, Tally<TSample> tally, Func<Tally<TSample>, int, HarmLook> lookAt, DecisionRules rules)
        where TSample : struct, IMergeableSample<TSample>
    {
        var reading = SafetyReading.Fine;
        for (var variant = 1; variant < evidence.Variants.Count && !reading.Stops; variant++)
        {
            var one = Judge(evidence.Variants[variant], lookAt(tally, variant), rules);
            reading = one.Rule is null ? reading : one;
        }

        return reading;
    }

    private static SafetyReading Judge(string variant, HarmLook look, DecisionRules rules)
    {
        if (look.FewestUnits >= rules.MinimumUnits && look.LogWorse >= Math.Log(rules.HarmOdds))
        {
            return new(ProvenHarm, true,
                $"{variant} does harm: {Change(look.Gain)}, evidence {Odds(look.LogWorse)}, limit 1 in {Count(rules.HarmOdds)}.");
        }

        var stated = rules.Stated.Drop30;
        var fell = look.Gain is { } gain && gain < -stated.Limit && look.FewestUnits >= stated.MinimumUnits;
        return stated.Mode == RuleMode.Off || !fell
            ? SafetyReading.Fine
            : new(Drop30, stated.Mode == RuleMode.Literal,
                $"{variant} is {Change(look.Gain)} against control with {Count(look.FewestUnits)} units in the smaller group; stated limit {Limit(-stated.Limit)}.");
    }
}
