using Optimizer.Domain.Experiments;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Decisions;

/// <summary>
/// The tiered decision under daily looks. In this order: halt a broken experiment, revert proven harm on any day, wait
/// for enough units, adopt a proven gain from day 7, give up on day 7 what has no hope, decide at the end. Stated rules
/// that may act word for word stop with the harm and adopt before what is proven.
/// </summary>
public static class DecisionRule
{
    /// <summary>Decides from one reading; a pure function of its arguments.</summary>
    public static Decision Decide(ExperimentReading reading, Health health, DecisionRules rules)
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(health);
        ArgumentNullException.ThrowIfNull(rules);
        var draft = new DecisionDraft(reading, rules);
        return Broken(draft, health)
            ?? Harmful(draft)
            ?? TooFew(draft)
            ?? Literal(draft)
            ?? Proven(draft)
            ?? Hopeless(draft)
            ?? AtTheEnd(draft)
            ?? NotYet(draft);
    }

    private static Decision? Broken(DecisionDraft draft, Health health)
    {
        if (health.Fault is { } fault)
        {
            return draft.Make(DecisionKind.Halt, null, $"The data is faulty: {fault}. The experiment counts neither as a win nor as a loss.");
        }

        return health.LogSampleRatio >= Math.Log(draft.Rules.MismatchOdds)
            ? draft.Make(DecisionKind.Halt, null,
                $"The split of units is not the configured one (evidence {Odds(health.LogSampleRatio)}, limit 1 in {Count(draft.Rules.MismatchOdds)}): "
                + "assignment or tracking is broken, so no reading of this experiment counts. Fix it and start again.")
            : null;
    }

    private static Decision? Harmful(DecisionDraft draft)
    {
        foreach (var variant in draft.Reading.Variants)
        {
            if (HarmOf(draft, variant) is { } why)
            {
                draft.Drop(variant.Name, why);
            }
            else
            {
                draft.ThrottleIfLosing(variant);
            }
        }

        return draft.Alive.Count == 0
            ? draft.Make(DecisionKind.Revert, draft.Reading.Variants.Count == 1 ? draft.Reading.Variants[0].Name : null)
            : null;
    }

    private static string? HarmOf(DecisionDraft draft, VariantReading variant)
    {
        var look = variant.Today;
        if (draft.HasUnits(look) && look.LogWorse >= Math.Log(draft.Rules.HarmOdds))
        {
            return $"{variant.Name} does harm: {draft.Compared(variant)}. Evidence {Odds(look.LogWorse)}, limit 1 in {Count(draft.Rules.HarmOdds)}.";
        }

        var broken = draft.Reading.Guardrails.Where(guardrail => guardrail.Variant == variant.Name && guardrail.Harmed).ToList();
        if (broken.Count > 0)
        {
            return string.Join(" ", broken.Select(guardrail => $"{variant.Name} breaks the guardrail {guardrail.Metric}: {guardrail.Why}."));
        }

        return draft.LiteralHarm(variant) is { } trigger ? $"{variant.Name} is stopped as stated ({trigger.Rule}): {trigger.Text}." : null;
    }

    private static Decision? TooFew(DecisionDraft draft)
    {
        foreach (var variant in draft.Alive)
        {
            var look = variant.Today;
            if (look.FewestUnits < draft.Rules.MinimumUnits)
            {
                return draft.Make(DecisionKind.Extend, null,
                    $"{Count(look.FewestUnits)} units in the smaller group of {variant.Name}; at least {Count(draft.Rules.MinimumUnits)} per variant are needed before anything is decided.");
            }

            if (look.FewestActive < draft.Rules.MinimumActive)
            {
                return draft.Make(DecisionKind.Extend, null,
                    $"{Count(look.FewestActive.Value)} units with a value in the smaller group of {variant.Name}; at least {Count(draft.Rules.MinimumActive)} are needed for a mean.");
            }
        }

        return null;
    }

    private static Decision? Literal(DecisionDraft draft) =>
        draft.OldEnough && draft.LiteralGain() is { } trigger
            ? draft.Make(DecisionKind.AdoptStated, trigger.Variant, $"{trigger.Variant} is adopted as stated ({trigger.Rule}): {trigger.Text}.")
            : null;

    private static Decision? Proven(DecisionDraft draft)
    {
        var needed = draft.Rules.LogProven(draft.Reading.Variants.Count);
        var proven = draft.Alive.Where(variant => variant.Today.LogBetter >= needed).ToList();
        if (!draft.OldEnough || proven.Count == 0)
        {
            foreach (var variant in proven)
            {
                draft.Note($"{variant.Name} looks better (evidence {Odds(variant.Today.LogBetter)}), but nothing is adopted before day {draft.Rules.MinimumDays}: weekdays differ.");
            }

            return null;
        }

        var lasting = proven.Where(draft.Lasts).OrderByDescending(variant => variant.Today.Gain ?? double.PositiveInfinity).ToList();
        if (lasting.Count == 0)
        {
            return null;
        }

        var best = lasting[0];
        foreach (var other in lasting.Skip(1))
        {
            draft.Note($"{other.Name} is proven better than control too: {draft.Compared(other)}.");
        }

        return draft.Make(DecisionKind.AdoptProven, best.Name,
            $"{best.Name} is better: {draft.Compared(best)}. Without an effect, evidence this strong would ever appear in at most "
            + $"{Odds(best.Today.LogBetter)} experiments (limit {Odds(needed)}), however often one looks.");
    }

    private static Decision? Hopeless(DecisionDraft draft)
    {
        if (draft.Reading.Day != draft.Rules.FutilityDay || !draft.OldEnough)
        {
            return null;
        }

        var best = draft.Best;
        return best.Today.ChanceToWin < draft.Rules.FutilityChance
            ? draft.Make(DecisionKind.Iterate, best.Name,
                $"Day {draft.Reading.Day}: {best.Name} has a chance of {Chance(best.Today.ChanceToWin)} to be better ({draft.Compared(best)}); below {Limit(draft.Rules.FutilityChance)} the next idea is worth more than waiting.")
            : null;
    }

    private static Decision? AtTheEnd(DecisionDraft draft)
    {
        if (draft.Reading.Day < draft.Rules.EndDay || !draft.OldEnough)
        {
            return null;
        }

        if (draft.WorthAnotherPeriod() is { } why)
        {
            return draft.Make(DecisionKind.Extend, null, why);
        }

        var held = draft.Ranked.Where(draft.HoldsChance).ToList();
        var limit = Limit(draft.Rules.ProvisionalChance);
        if (held.FirstOrDefault(draft.Lasts) is { } likely)
        {
            var hours = draft.Reading.Day is null ? "" : $", at least {limit} for 48 hours";
            return draft.Make(DecisionKind.AdoptProvisional, likely.Name,
                $"{draft.Likely(likely)}{hours}: not proven, so it goes live with a 10 % holdback and books no gain until it is.");
        }

        var best = draft.Best;
        var lacking = held.Count > 0
            ? ", but the effect does not last."
            : $"; {limit}{(draft.Reading.Day is null ? "" : " at three daily looks in a row")} is needed to go live.";
        return draft.Make(DecisionKind.Iterate, best.Name,
            $"{draft.Likely(best)}{lacking} Keep {draft.Reading.Control}, build the next idea on this reading.");
    }

    private static Decision NotYet(DecisionDraft draft)
    {
        var (best, rules) = (draft.Best, draft.Rules);
        return draft.Make(DecisionKind.Extend, null,
            $"Day {draft.Reading.Day} of {Math.Max(rules.EndDay, rules.MinimumDays)}: {draft.Likely(best)}, evidence {Odds(best.Today.LogBetter)} "
            + $"where {Odds(rules.LogProven(draft.Reading.Variants.Count))} proves a gain. Keep running.");
    }
}
