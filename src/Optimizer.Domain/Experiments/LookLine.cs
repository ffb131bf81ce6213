using Optimizer.Domain.Decisions;
using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Experiments;

/// <summary>One variant at one look, as a table shows it. Gain and chance are those that the decision compared.</summary>
/// <param name="Day">Complete days, from 1.</param>
/// <param name="Date">The last of them.</param>
/// <param name="Variant">Its name.</param>
/// <param name="ControlUnits">So far.</param>
/// <param name="VariantUnits">So far.</param>
/// <param name="ControlMean">Rate or mean of all units so far; null without units.</param>
/// <param name="VariantMean">As above.</param>
/// <param name="Gain">A share in the good direction; null where there is none.</param>
/// <param name="Chance">To be better, in [0, 1].</param>
public sealed record LookLine(
    int Day, DateOnly Date, string Variant, long ControlUnits, long VariantUnits, double? ControlMean, double? VariantMean, double? Gain, double? Chance)
{
    /// <summary>A line for each variant of a look.</summary>
    public static IReadOnlyList<LookLine> Of(DecisionRecord look)
    {
        ArgumentNullException.ThrowIfNull(look);
        var evidence = look.Evidence;
        var (control, days) = (Sum(evidence, 0), ExposureDays.Count(evidence.Days));
        return evidence.Days.Count == 0
            ? []
            : [.. evidence.Variants.Skip(1).Select((name, k) =>
            {
                var variant = Sum(evidence, k + 1);
                return new LookLine(
                    days, evidence.Days[^1].Day, name, control.Units, variant.Units, Mean(control), Mean(variant),
                    Value(look, name, Triggers.Plus20) ?? Observed(control, variant, evidence.Direction), Value(look, name, Triggers.Chance90));
            })];
    }

    private static double? Value(DecisionRecord look, string variant, string rule) =>
        look.Decision.Triggers.FirstOrDefault(trigger => trigger.Rule == rule && trigger.Variant == variant)?.Value;

    private static double? Observed((long, double) control, (long, double) variant, KpiDirection direction) =>
        Mean(control) is { } was and not 0 && Mean(variant) is { } now
            ? (now / was - 1) * (direction == KpiDirection.LowerIsBetter ? -1 : 1)
            : null;

    private static (long Units, double Total) Sum(Exposures evidence, int group) =>
        (evidence.Days.Sum(day => day.Groups[group].Units), evidence.Days.Sum(day => day.Groups[group].Sum));

    private static double? Mean((long Units, double Total) all) => all.Units == 0 ? null : all.Total / all.Units;
}
