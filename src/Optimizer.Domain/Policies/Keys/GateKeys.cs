using static Optimizer.Domain.Policies.Keys.KeyText;

namespace Optimizer.Domain.Policies.Keys;

/// <summary>Least evidence: of all scopes the strictest holds.</summary>
internal static class GateKeys
{
    public static IReadOnlyList<PolicyKey> All { get; } =
    [
        Gate("baseline.min_days", 28, 365, "28", "days", "Days of primary KPI data before the first experiment.",
            (policy, value) => policy with { MinBaselineDays = Whole(value) }),
        Gate("experiment.min_days", 1, 364, "7", "days", "First day on which a variant may be adopted or given up.",
            (policy, value) => policy with { Rules = policy.Rules with { MinimumDays = Whole(value) } }) with
            { ByProfile = Defaults.For(Defaults.Site, "2") },
        Gate("experiment.min_units", 1, 1_000_000_000, "100", "units per variant", "Units each variant needs before evidence may decide.",
            (policy, value) => policy with { Rules = policy.Rules with { MinimumUnits = Whole(value) } }),
        Gate("experiment.min_active", 0, 1_000_000_000, "25", "units per variant", "Units with a value that revenue needs in each variant.",
            (policy, value) => policy with { Rules = policy.Rules with { MinimumActive = Whole(value) } }),
        Gate("evidence.proven_odds", 2.5, 1_000_000, "10", "", "Always-valid evidence that proves a gain, as odds; 10 is p about 0.9.",
            (policy, value) => policy with { Rules = policy.Rules with { ProvenOdds = Number(value) } }) with { Form = ValueForm.Number },
        Gate("evidence.provisional_chance", 0.5, 1, "0.9", "", "Chance to win that adopts provisionally when held for 48 hours at the end.",
            (policy, value) => policy with { Rules = policy.Rules with { ProvisionalChance = Number(value) } }) with { Form = ValueForm.Share },
        Gate("experiment.novelty_from_day", 1, 364, "14", "day", "From this day an adoption needs an effect that lasts; off for never.",
            (policy, value) => policy with { Rules = policy.Rules with { NoveltyFromDay = value == "off" ? null : Whole(value) } }) with
            { Choices = ["off"], ChoiceRank = 1_000_000, LargerIsTighter = false },
        Gate("kpi.max_secondary_drop", 0, 1, "0.05", "", "Largest harm to another KPI with which a variant is still adopted.",
            (policy, value) => policy with { MaxSecondaryDegradation = Number(value) }) with { Form = ValueForm.Share, LargerIsTighter = false },
        .. new StatedKeys("promote.p90", PolicyKeyType.Gate, "Chance to be better of about 0.9",
            stated => stated.Chance90, (stated, rule) => stated with { Chance90 = rule }) { IsChance = true }.Keys,
        .. new StatedKeys("promote.plus10_48h", PolicyKeyType.Gate, "At least +10 % for 48 hours",
            stated => stated.Plus10For48Hours, (stated, rule) => stated with { Plus10For48Hours = rule }).Keys,
        .. new StatedKeys("promote.plus20", PolicyKeyType.Gate, "A win by more than 20 %",
            stated => stated.Plus20, (stated, rule) => stated with { Plus20 = rule }).Keys,
    ];

    private static PolicyKey Gate(
        string name, double least, double most, string standard, string unit, string means, Func<EffectivePolicy, string, EffectivePolicy> into) => new()
        {
            Name = name,
            Type = PolicyKeyType.Gate,
            Form = ValueForm.Whole,
            Least = least,
            Most = most,
            LargerIsTighter = true,
            Default = standard,
            Unit = unit,
            Means = means,
            Into = into,
        };
}
