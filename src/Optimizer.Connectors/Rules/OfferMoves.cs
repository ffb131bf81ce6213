using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>What is offered, what it costs, what is spent.</summary>
internal static class OfferMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["offer_incentive"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Medium,
            1,
            new("audit", "help", 0.08, "Offer a free check of the present state", "free check with three findings"),
            new("template", "help", 0.06, "Offer a template that is useful without buying", "ready-made template"),
            new("longer-trial", "risk-free", 0.06, "Offer 30 days of trial instead of 14", "30 days of trial"),
            new("guarantee", "risk-free", 0.06, "Offer money back within 60 days", "money back within 60 days") { Risk = RiskLevel.High },
            new("two-sided", "reward", 0.07, "Reward both who invites and who comes", "both get a month") { Risk = RiskLevel.High }),
        ["pricing_discount"] = MoveCatalogue.Of(
            ChangeClass.Pricing,
            RiskLevel.High,
            1,
            new("annual", "commitment", 0.07, "Show the yearly price first, two months free", "yearly first, 2 months free"),
            new("anchor", "framing", 0.06, "Show the larger plan first", "larger plan first"),
            new("smaller-discount", "margin", 0.05, "Halve the discount and add help at the start", "half the discount, help included"),
            new("deadline", "urgency", 0.06, "Let the discount end on a fixed day", "ends on the last day of the month")),
        ["budget_allocation"] = MoveCatalogue.Of(
            ChangeClass.Budget,
            RiskLevel.Medium,
            1,
            new("to-best", "shift", 0.08, "Move 15 % of the budget from the worst channel to the best", "15 % from worst to best") { BudgetChange = 0 },
            new("pause-worst", "shift", 0.06, "Pause the worst tenth of the budget and keep the rest", "worst 10 % paused") { BudgetChange = -0.1 },
            new("evenings", "pacing", 0.05, "Spend when people convert: 60 % after noon", "60 % after noon") { BudgetChange = 0 },
            new("probe", "growth", 0.06, "Raise the best channel by 10 %", "+10 % on the best") { BudgetChange = 0.1, Risk = RiskLevel.High }),
        ["bid_strategy"] = MoveCatalogue.Of(
            ChangeClass.Budget,
            RiskLevel.Medium,
            1,
            new("target-cost", "efficiency", 0.07, "Bid for a fixed cost per conversion at today's mean", "target cost = mean of 30 days") { BudgetChange = 0 },
            new("value", "efficiency", 0.07, "Bid by the value of a conversion instead of by number", "by value") { BudgetChange = 0 },
            new("lower-cap", "pacing", 0.05, "Lower the highest bid by a tenth", "-10 % highest bid") { BudgetChange = -0.1 }),
        ["channel_mix"] = MoveCatalogue.Of(
            ChangeClass.Channel,
            RiskLevel.Medium,
            2,
            new("second-channel", "variety", 0.07, "Add one message in a second channel after the second e-mail", "e-mail, e-mail, second channel"),
            new("drop-weakest", "focus", 0.05, "Leave out the channel with the fewest answers", "without the weakest channel"),
            new("lead-with-best", "focus", 0.07, "Begin in the channel that answers best", "best channel first")),
    };
}
