using Optimizer.Domain.Decisions;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>
/// Whether a winner goes live by itself (C07). A gain that is not proven asks, unless a stated rule acts word for word and
/// so takes the place of proof. A proven one goes by its size: large alone, middling alone once the play has graduated by
/// its scorecard, small never.
/// </summary>
public static class PromotionRule
{
    public const string UnprovenCode = "gain_not_proven";
    public const string BandCode = "promotion_band";
    public const string AutoKey = "promote.auto_above";
    public const string ReviewKey = "promote.review_below";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (asked.Action.Kind != ActionKind.AdoptVariant)
        {
            return null;
        }

        var (policy, seat) = (asked.Policy, Seats.Of(asked.Policy, asked.Action.Class));
        var gain = asked.Action.Gain is { } number && !double.IsNaN(number) ? number : double.NegativeInfinity;
        if (!asked.Action.IsProven && !ActsWordForWord(policy.Rules.Stated))
        {
            return Opinion.Ask(UnprovenCode, $"the gain of {Gain(asked)} is not proven: a person decides whether it goes live", seat);
        }

        // A manager's leave to begin above shadow is no scorecard: such a play has not graduated.
        var graduated = asked.Autonomy == Autonomy.Full && !policy.SkipGraduation;
        return Promotion.BandOf(gain, policy.PromoteReviewBelow, policy.PromoteAutoAbove) switch
        {
            PromotionBand.Automatic => Opinion.Allow(
                BandCode, $"a gain of {Gain(asked)} is more than {Words.Limit(policy.PromoteAutoAbove)}{asked.From(AutoKey)}"),
            PromotionBand.Middle when graduated => Opinion.Allow(
                BandCode, $"a gain of {Gain(asked)} is at least {Words.Limit(policy.PromoteReviewBelow)} and the play has graduated{asked.From(ReviewKey)}"),
            PromotionBand.Middle => Opinion.Ask(
                BandCode, $"a gain of {Gain(asked)} is at most {Words.Limit(policy.PromoteAutoAbove)}, and a play that has not earned full autonomy asks for those{asked.From(AutoKey)}", seat),
            PromotionBand.Review => Opinion.Ask(
                BandCode, $"a gain of {Gain(asked)} is less than {Words.Limit(policy.PromoteReviewBelow)}: a person reviews it{asked.From(ReviewKey)}", seat),
            var band => throw new InvalidOperationException($"unknown promotion band: {band}"),
        };
    }

    private static string Gain(ProposedCase asked) => asked.Action.Gain is { } gain && !double.IsNaN(gain) ? Words.Change(gain) : "unknown size";

    private static bool ActsWordForWord(StatedRules stated) =>
        new[] { stated.Chance90, stated.Plus10For48Hours, stated.Plus20 }.Any(rule => rule.Mode == RuleMode.Literal);
}
