using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>What the product says to somebody who is using it.</summary>
internal static class PromptMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["prompt_copy"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("gain", "relevance", 0.07, "Say what the next plan lets the person do today", "Add the three people who asked for access"),
            new("loss", "urgency", 0.06, "Say what stops when the limit is reached", "The next invite will wait until there is a seat"),
            new("price", "clarity", 0.06, "Name the price in the prompt", "5 more seats: 12 USD a month each"),
            new("question", "curiosity", 0.05, "Ask instead of telling", "Growing? See what 10 seats look like")),
        ["prompt_format"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("inline", "nearness", 0.08, "Show it inside the screen where the limit was met", "a line under the invite button"),
            new("modal-once", "visibility", 0.06, "Show it over the whole screen, once", "whole screen, once a month"),
            new("badge", "respect", 0.04, "Show a small sign that opens it", "a dot on the team menu"),
            new("checklist", "guidance", 0.05, "Show it as the next step of a list", "step 4 of 4: more seats")),
        ["trigger_threshold_percent"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            1,
            new("earlier", "timing", 0.07, "Show it at 75 %, while there is time to ask the one who pays", "75"),
            new("at-limit", "timing", 0.06, "Show it only at the limit", "100"),
            new("by-pace", "relevance", 0.08, "Show it a week before the limit will be reached at the present pace", "7 days before the limit at the pace of the last 14")),
        ["prompts_per_user_per_week"] = MoveCatalogue.Of(
            ChangeClass.Cadence,
            RiskLevel.Medium,
            1,
            new("one", "respect", 0.05, "Show one a week", "1"),
            new("three", "volume", 0.05, "Show three a week, never two in a day", "3, at most 1 a day"),
            new("rest-after-no", "respect", 0.06, "Leave people alone for three weeks after they close one", "2, none for 21 days after a no")),
        ["in_product_hint"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("next-best", "guidance", 0.08, "Point at the one thing that paying accounts did by day three", "a hint at \"add a second source\""),
            new("example", "early-value", 0.07, "Show a finished example beside the empty screen", "an example of the same industry"),
            new("people", "likeness", 0.05, "Say what others of the same role do next", "growth leads open the cohort view next")),
    };
}
