using Optimizer.Domain.Experiments;
using Optimizer.Domain.Kpis;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Decisions;

/// <summary>
/// Reads the metrics beside the goal (S0x-004): one is harmed when it is worse by more than its limit and that it is worse at all is
/// proven, at the odds that any harm needs, so that daily looks do not stop what is fine. Pure.
/// </summary>
internal static class SecondaryRule
{
    public static IReadOnlyList<GuardrailReading> Read(Exposures evidence, DecisionRules rules, double limit)
    {
        var readings = new List<GuardrailReading>();
        foreach (var (metric, direction) in evidence.OtherDirections.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var days = evidence.Days.Where(day => day.Others.ContainsKey(metric)).ToList();
            if (days.Count == 0)
            {
                continue;
            }

            for (var variant = 1; variant < evidence.Variants.Count; variant++)
            {
                var look = Look(days, metric, variant, direction == KpiDirection.LowerIsBetter, rules);
                var loss = -(look.Gain ?? 0);
                var harmed = look.FewestUnits >= rules.MinimumUnits && loss > limit && look.LogWorse >= Math.Log(rules.HarmOdds);
                readings.Add(new(metric, evidence.Variants[variant], harmed,
                    $"{Change(look.Gain)} against control, limit {Limit(-limit)}, evidence of harm {Odds(look.LogWorse)} (needs 1 in {Count(rules.HarmOdds)})")
                {
                    Gain = look.Gain,
                    LogWorse = look.LogWorse,
                });
            }
        }

        return readings;
    }

    private static VariantLook Look(List<ExposureDay> days, string metric, int variant, bool lower, DecisionRules rules)
    {
        if (days.TrueForAll(day => day.Others[metric].All(IsConversion)))
        {
            return new ConversionLook(lowerIsBetter: lower).At(ExposureSamples.All(days, day => day.Others[metric], ExposureSamples.Share), variant);
        }

        var planned = (double)Math.Max(1, days.Take(rules.EndDay).Sum(day => day.Others[metric].Sum(group => group.Units)));
        return new MeanLook(planned, 1 / rules.ProvenOdds, 1 / rules.HarmOdds, lower)
            .At(ExposureSamples.All(days, day => day.Others[metric], ExposureSamples.Value), variant);
    }

    // Written so by GroupCount.Conversions; amounts hardly ever look like it on every day of every group.
    private static bool IsConversion(GroupCount group) =>
        group.Sum.Equals(group.SumOfSquares) && group.Sum.Equals(group.Active) && group.Active <= group.Units;
}
