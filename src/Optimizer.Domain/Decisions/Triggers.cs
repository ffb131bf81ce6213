using Optimizer.Domain.Experiments;

namespace Optimizer.Domain.Decisions;

/// <summary>Computes the stated rules on one variant's reading.</summary>
public static class Triggers
{
    public const string Chance90 = "p90";
    public const string Plus10For48Hours = "plus10for48h";
    public const string Plus20 = "plus20";
    public const string BelowControlAfter120 = "belowControlAfter120";
    public const string Drop30 = "drop30";
    public const string Drop5Over24Hours = "drop5over24h";

    // A chance or a lift of exactly the limit, computed in floating point, counts as the limit.
    private const double Slack = 1e-12;

    /// <summary>All stated rules, fired or not, in a fixed order.</summary>
    public static IReadOnlyList<Trigger> Of(VariantReading variant, StatedRules stated)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(stated);
        var (look, day) = (variant.Today, variant.LastDay);
        var gain = look.Gain;
        return
        [
            Make(Chance90, stated.Chance90, look.FewestUnits, look.ChanceToWin, DecisionKind.AdoptStated,
                rule => Enough(look, rule) && look.ChanceToWin >= rule.Limit - Slack),
            Make(Plus10For48Hours, stated.Plus10For48Hours, look.FewestUnits, gain, DecisionKind.AdoptStated,
                rule => variant.HeldFor48Hours(past => Enough(past, rule) && past.Gain >= rule.Limit - Slack)),
            Make(Plus20, stated.Plus20, look.FewestUnits, gain, DecisionKind.AdoptStated,
                rule => Enough(look, rule) && gain > rule.Limit + Slack),
            Make(BelowControlAfter120, stated.BelowControlAfter120, look.VariantUnits, gain, DecisionKind.Revert,
                rule => look.VariantUnits >= rule.MinimumUnits && gain < 0),
            Make(Drop30, stated.Drop30, look.FewestUnits, gain, DecisionKind.Revert,
                rule => Enough(look, rule) && gain < -rule.Limit - Slack),
            Make(Drop5Over24Hours, stated.Drop5Over24Hours, day?.FewestUnits ?? 0, day?.Gain, DecisionKind.Revert,
                rule => day is { } last && Enough(last, rule) && last.Gain < -rule.Limit - Slack),
        ];

        Trigger Make(
            string name, StatedRule rule, long units, double? value, DecisionKind literally, Func<StatedRule, bool> fired) =>
            new(name, variant.Name, fired(rule), value, rule, units, literally);
    }

    private static bool Enough(VariantLook look, StatedRule rule) => look.FewestUnits >= rule.MinimumUnits && look.FewestUnits > 0;
}
