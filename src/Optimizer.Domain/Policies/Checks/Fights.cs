using Optimizer.Domain.Decisions;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Policies.Checks;

/// <summary>Pairs of values that cannot both be meant, in one resolved policy.</summary>
internal static class Fights
{
    private static readonly (string Name, Func<StatedRules, StatedRule> Get)[] Stated =
    [
        ("stop.drop30", stated => stated.Drop30),
        ("stop.drop5_24h", stated => stated.Drop5Over24Hours),
        ("stop.loser120", stated => stated.BelowControlAfter120),
        ("promote.p90", stated => stated.Chance90),
        ("promote.plus10_48h", stated => stated.Plus10For48Hours),
        ("promote.plus20", stated => stated.Plus20),
    ];

    private static readonly string[] StatedParts = ["limit", "min_units"];

    /// <summary>Those of which the file itself says at least one side; the first key is the one to blame.</summary>
    public static IEnumerable<PolicyFinding> In(EffectivePolicy policy)
    {
        var rules = policy.Rules;
        var goal = Value(policy, "goal.active");
        (bool Found, FindingKind Kind, string Key, string Other, string Problem)[] all =
        [
            (goal > policy.SiteMaxActive, FindingKind.Fights, "goal.active", "site.max_active",
                $"the goal of {Count(goal)} experiments is above the cap site.max_active of {policy.SiteMaxActive}: it can never be met"),
            (goal > 0 && policy.SiteMaxStartsPerDay == 0, FindingKind.Fights, "site.max_starts_per_day", "goal.active",
                $"no experiment may start, and goal.active asks for {Count(goal)}"),
            (policy.PlayMaxActive == 0 && policy.PlayMaxStarts > 0, FindingKind.NeverFires, "play.max_starts", "play.max_active",
                "play.max_active is 0: nothing ever starts"),
            (policy.SiteMaxActive < policy.PageMaxActive, FindingKind.NeverFires, "page.max_active", "site.max_active",
                $"{policy.PageMaxActive} on a page, and site.max_active allows {policy.SiteMaxActive} on the whole site: the page's cap is never reached"),
            (policy.PromoteReviewBelow > policy.PromoteAutoAbove, FindingKind.Fights, "promote.review_below", "promote.auto_above",
                $"gains below {Limit(policy.PromoteReviewBelow)} are reviewed, and above {Limit(policy.PromoteAutoAbove)} go live alone: between the two, review wins"),
            (Said(policy, "experiment.end_days") is { } end && end < rules.MinimumDays, FindingKind.Fights, "experiment.end_days", "experiment.min_days",
                $"the planned end comes before experiment.min_days of {rules.MinimumDays}: it is put off to day {rules.EndDay}"),
            (rules.FutilityDay < rules.MinimumDays, FindingKind.NeverFires, "experiment.futility_day", "experiment.min_days",
                $"day {rules.FutilityDay} comes before experiment.min_days of {rules.MinimumDays}: nothing is given up then"),
            (rules.NoveltyFromDay > rules.LastDay, FindingKind.NeverFires, "experiment.novelty_from_day", "experiment.end_days",
                $"day {rules.NoveltyFromDay} comes after the last day an experiment may run, {Count(rules.LastDay)}"),
            (policy.ApproveBudgetAbove >= policy.MaxBudgetIncrease, FindingKind.NeverFires, "approval.budget_above", "budget.max_increase",
                $"asks above {Limit(policy.ApproveBudgetAbove)}, and budget.max_increase denies above {Limit(policy.MaxBudgetIncrease)}: an increase never asks"),
            (policy.ApproveTrafficAbove >= 1, FindingKind.NeverFires, "approval.traffic_above", "approval.traffic_above", "no share is above 100 %: it never asks"),
            (policy.SkipGraduation && policy.AutonomyStart == Autonomy.Shadow, FindingKind.NeverFires, "autonomy.skip_graduation", "autonomy.start",
                "autonomy.start is shadow: there is nothing to skip"),
            (policy.Values["autonomy.start"].Overruled.Any(why => why.Contains("needs autonomy.skip_graduation", StringComparison.Ordinal)),
                FindingKind.NeverFires, "autonomy.start", "autonomy.skip_graduation",
                "a play begins above shadow only with autonomy.skip_graduation: true"),
            (policy.AutonomyCeiling < Autonomy.Full, FindingKind.NeverFires, "approval.full_autonomy", "approval.full_autonomy",
                "autonomy.ceiling is below full: nobody is asked to sign it"),
            .. from rule in Stated
               where rule.Get(rules.Stated).Mode == RuleMode.Off
               from part in StatedParts
               select (true, FindingKind.NeverFires, $"{rule.Name}.{part}", $"{rule.Name}.{part}", $"{rule.Name}.mode is off: the rule is recorded and never acts"),
        ];
        return
        [
            .. from fight in all
               where fight.Found
               let place = policy.Values[fight.Key].Place ?? policy.Values[fight.Other].Place
               where place is not null
               select new PolicyFinding(fight.Kind, place, fight.Key, fight.Problem),
        ];
    }

    private static double Value(EffectivePolicy policy, string key) => Keys.KeyText.Number(policy.Values[key].Value);

    // The end as it was written, before the gate put it off.
    private static double? Said(EffectivePolicy policy, string key) =>
        policy.Values[key].Overruled.Any(why => why.EndsWith("shorter than experiment.min_days", StringComparison.Ordinal)) ? 0 : Value(policy, key);
}
