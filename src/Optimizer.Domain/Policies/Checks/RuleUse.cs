using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Guardrails;

namespace Optimizer.Domain.Policies.Checks;

/// <summary>How often a value of the policy stood in the way of an action.</summary>
/// <param name="Key">Such as play.max_active.</param>
/// <param name="Times">Rulings in which it denied or asked; a ruling that names several counts for each.</param>
public sealed record RuleUse(string Key, int Times)
{
    // Those that rule on actions, and say so in a ruling's reasons. Stop rules and evidence rule on experiments, and stand in decisions.
    private static readonly string[] Ruling =
    [
        PlayActiveRule.Key, PageActiveRule.Key, SiteActiveRule.Key, SiteStartsRule.Key, PlayStartsRule.Key, CooldownRule.Key, StrategicReviewRule.Key,
        BaselineRule.Key, BudgetRule.DenyKey, BudgetRule.AskKey, TrafficRule.Key, VariableRule.Key, PromotionRule.AutoKey, PromotionRule.ReviewKey,
        "autonomy.ceiling", "freeze", .. Enum.GetValues<ChangeClass>().Select(change => $"approval.class.{change.ToString().ToLowerInvariant()}"),
    ];

    /// <summary>For every key that rules on actions.</summary>
    /// <param name="given">Rulings on record.</param>
    public static IReadOnlyList<RuleUse> Of(IEnumerable<RulingGiven> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        var times = Ruling.Where(key => Keys.PolicyKeys.Find(key) is not null).ToDictionary(key => key, _ => 0, StringComparer.Ordinal);
        foreach (var reason in given.Where(each => each.Answer.Kind != RulingKind.Allow).SelectMany(each => each.Answer.Reasons))
        {
            // A reason ends with where its limit is from: "(play.max_active, org, policy.yaml:4)".
            var open = reason.LastIndexOf('(');
            var key = open < 0 ? "" : reason[(open + 1)..].Split(',', ')')[0];
            if (times.TryGetValue(key, out var before))
            {
                times[key] = before + 1;
            }
        }

        return [.. times.Select(pair => new RuleUse(pair.Key, pair.Value))];
    }
}
