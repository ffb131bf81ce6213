using Optimizer.Domain.Experiments;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Decisions;

/// <summary>Distances of an experiment, at its last look, to every rule that would end it. Pure.</summary>
public static class StopDistances
{
    // Evidence beyond this says no more to a reader, and JSON has no infinity.
    private const double MostOdds = 1e12;
    private const string GuardrailPrefix = "guardrail:";

    // Asked on its day only.
    private const string Futility = "futility";

    /// <summary>Whether a rule watches a metric beside the goal.</summary>
    public static bool IsGuardrail(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.StartsWith(GuardrailPrefix, StringComparison.Ordinal);
    }

    /// <summary>
    /// The rule that is nearest to ending it on evidence, of those that may; null while it is on the way to none. Days run out by themselves and
    /// floors end nothing, so neither is one; a chance counts on its day only.
    /// </summary>
    public static StopDistance? Nearest(IEnumerable<StopDistance> distances) =>
        distances.Where(rule => rule is { Acts: true, Unit: "odds" or "share", Reached: > 0 }).MaxBy(rule => rule.Reached);

    /// <param name="record">The look.</param>
    /// <param name="endDay">Planned last day, extensions included.</param>
    public static IReadOnlyList<StopDistance> Of(DecisionRecord record, int endDay)
    {
        ArgumentNullException.ThrowIfNull(record);
        var judged = EvidenceRule.Judge(record.Evidence, record.Rules, record.MaxSecondaryDegradation);
        var rules = record.Rules;
        return
        [
            Days("min_days", judged.Days, rules.MinimumDays, "nothing is adopted or given up before"),
            .. judged.Days <= rules.FutilityDay ? [Days("futility_day", judged.Days, rules.FutilityDay, "what has no hope is given up on")] : Array.Empty<StopDistance>(),
            Days("end_day", judged.Days, endDay, "decided at the planned end,"),
            Days("last_day", judged.Days, (int)rules.LastDay, "decided at the latest on"),
            Evidence("sample_ratio_mismatch", null, judged.Health.LogSampleRatio, rules.MismatchOdds, "that the split is not the configured one halts"),
            .. judged.Variants.SelectMany(variant => Variant(variant, rules, judged.Variants.Count)).Where(rule => rule.Rule != Futility || judged.Days <= rules.FutilityDay),
            .. record.Decision.Triggers.Select(Stated),
            .. SecondaryRule.Read(record.Evidence, rules, record.MaxSecondaryDegradation).Select(guardrail => Guardrail(guardrail, record.MaxSecondaryDegradation, rules.HarmOdds)),
        ];
    }

    /// <summary>The same rules before the first look, which has nothing to hold against them yet.</summary>
    /// <param name="rules">By which it will be judged.</param>
    /// <param name="endDay">Planned last day, extensions included.</param>
    /// <param name="variant">The one that is tried.</param>
    /// <param name="guardrails">Metrics beside the goal.</param>
    /// <param name="maxSecondaryDegradation">How much worse one of these may be, as a share.</param>
    public static IReadOnlyList<StopDistance> Ahead(
        DecisionRules rules, int endDay, string variant, IReadOnlyList<string> guardrails, double maxSecondaryDegradation)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(guardrails);
        var stated = rules.Stated;
        return
        [
            Days("min_days", 0, rules.MinimumDays, "nothing is adopted or given up before"),
            Days("futility_day", 0, rules.FutilityDay, "what has no hope is given up on"),
            Days("end_day", 0, endDay, "decided at the planned end,"),
            Days("last_day", 0, (int)rules.LastDay, "decided at the latest on"),
            Unseen("sample_ratio_mismatch", null, "odds", rules.MismatchOdds, $"evidence of 1 in {Count(rules.MismatchOdds)} that the split is not the configured one halts"),
            Unseen("min_units", variant, "units", rules.MinimumUnits, $"{Count(rules.MinimumUnits)} units in the smaller group are needed before evidence decides", false),
            Unseen("proven", variant, "odds", Math.Exp(rules.LogProven(1)), $"evidence of 1 in {Count(Math.Exp(rules.LogProven(1)))} that it is better adopts"),
            Unseen("harm", variant, "odds", rules.HarmOdds, $"evidence of 1 in {Count(rules.HarmOdds)} that it is worse reverts"),
            Unseen(Futility, variant, "chance", rules.FutilityChance, $"a chance below {Limit(rules.FutilityChance)} to be better on day {rules.FutilityDay} gives up"),
            Unseen("provisional", variant, "chance", rules.ProvisionalChance, $"a chance of {Limit(rules.ProvisionalChance)} to be better for 48 hours at the end goes live with a holdback"),
            Unseen(Triggers.Chance90, variant, "chance", stated.Chance90, 1, "a chance of"),
            Unseen(Triggers.Plus10For48Hours, variant, "share", stated.Plus10For48Hours, 1, "a gain, for 48 hours, of"),
            Unseen(Triggers.Plus20, variant, "share", stated.Plus20, 1, "a gain of more than"),
            Unseen(Triggers.BelowControlAfter120, variant, "units", stated.BelowControlAfter120.MinimumUnits,
                $"below control after {Count(stated.BelowControlAfter120.MinimumUnits)} units", stated.BelowControlAfter120.Mode == RuleMode.Literal),
            Unseen(Triggers.Drop30, variant, "share", stated.Drop30, -1, "a loss against control beyond"),
            Unseen(Triggers.Drop5Over24Hours, variant, "share", stated.Drop5Over24Hours, -1, "a loss over the last 24 hours beyond"),
            .. guardrails.Order(StringComparer.Ordinal).Select(metric => Unseen(
                GuardrailPrefix + metric, variant, "share", -maxSecondaryDegradation,
                $"worse than control by more than {Limit(maxSecondaryDegradation)}, with evidence of 1 in {Count(rules.HarmOdds)}, reverts")),
        ];
    }

    private static StopDistance Unseen(string rule, string? variant, string unit, double limit, string text, bool acts = true) =>
        new(rule, variant, unit, null, limit, null, acts, text);

    private static StopDistance Unseen(string rule, string variant, string unit, StatedRule stated, int sign, string what) =>
        Unseen(rule, variant, unit, sign * stated.Limit, $"{what} {Limit(sign * stated.Limit)}, from {Count(stated.MinimumUnits)} units on", stated.Mode == RuleMode.Literal);

    private static IEnumerable<StopDistance> Variant(VariantDetail variant, DecisionRules rules, int variants)
    {
        var (look, name) = (variant.Look, variant.Name);
        var proven = Math.Exp(rules.LogProven(variants));
        yield return new("min_units", name, "units", look.FewestUnits, rules.MinimumUnits, rules.MinimumUnits - look.FewestUnits, false,
            $"{Count(look.FewestUnits)} units in the smaller group, {Count(rules.MinimumUnits)} are needed before evidence decides");
        yield return Evidence("proven", name, look.LogBetter, proven, "that it is better adopts");
        yield return Evidence("harm", name, look.LogWorse, rules.HarmOdds, "that it is worse reverts");
        yield return new(Futility, name, "chance", look.ChanceToWin, rules.FutilityChance, look.ChanceToWin - rules.FutilityChance, true,
            $"chance {Chance(look.ChanceToWin)} to be better; below {Limit(rules.FutilityChance)} on day {rules.FutilityDay} gives up");
        yield return new("provisional", name, "chance", look.ChanceToWin, rules.ProvisionalChance, rules.ProvisionalChance - look.ChanceToWin, true,
            $"chance {Chance(look.ChanceToWin)} to be better; {Limit(rules.ProvisionalChance)} for 48 hours at the end goes live with a holdback");
    }

    private static StopDistance Days(string rule, int day, int limit, string what) =>
        new(rule, null, "days", day, limit, limit - day, true, $"day {day}; {what} day {limit}");

    private static StopDistance Evidence(string rule, string? variant, double log, double limit, string what)
    {
        var now = Math.Min(Math.Exp(log), MostOdds);
        return new(rule, variant, "odds", now, limit, limit - now, true, $"evidence {Odds(log)}; 1 in {Count(limit)} {what}");
    }

    private static StopDistance Stated(Trigger trigger)
    {
        var (rule, limit) = (trigger.Rule, trigger.Stated.Limit);
        var acts = trigger.Stated.Mode == RuleMode.Literal;
        if (rule == Triggers.BelowControlAfter120)
        {
            return new(rule, trigger.Variant, "units", trigger.Units, trigger.Stated.MinimumUnits, trigger.Stated.MinimumUnits - trigger.Units, acts, trigger.Text);
        }

        var value = trigger.Value is { } known && double.IsFinite(known) ? known : (double?)null;
        var falls = rule is Triggers.Drop30 or Triggers.Drop5Over24Hours;
        return new(
            rule, trigger.Variant, rule == Triggers.Chance90 ? "chance" : "share", value, falls ? -limit : limit,
            falls ? value + limit : limit - value, acts, trigger.Text);
    }

    private static StopDistance Guardrail(GuardrailReading guardrail, double limit, double odds)
    {
        var now = guardrail.Gain is { } gain && double.IsFinite(gain) ? gain : (double?)null;
        return new(GuardrailPrefix + guardrail.Metric, guardrail.Variant, "share", now, -limit, now + limit, true, guardrail.Why)
        {
            Proof = guardrail.LogWorse is { } log ? Math.Clamp(log / Math.Log(odds), 0, 1) : null,
        };
    }
}
