using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>The first steps of a new account.</summary>
internal static class ActivationMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["first_step_copy"] = MoveCatalogue.Of(
            ChangeClass.Copy,
            RiskLevel.Low,
            1,
            new("gain", "clarity", 0.07, "Say what the person will see after the step", "See where your funnel leaks"),
            new("time", "ease", 0.06, "Say how long it takes", "Connect your data: 2 minutes"),
            new("safe", "trust", 0.05, "Say that nothing is changed in the source", "Connect your data: read only, undone with one click"),
            new("choice", "ease", 0.05, "Name the three sources that most people choose", "Connect Stripe, Segment or a CSV")),
        ["sample_data_offer"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Low,
            2,
            new("by-industry", "early-value", 0.09, "Open with sample data of the person's own industry", "true: sample data by industry"),
            new("beside", "early-value", 0.06, "Show sample data beside the empty account, marked as such", "true: in a second tab"),
            new("after-delay", "relevance", 0.05, "Offer it to those who have not connected anything after ten minutes", "true: after 10 minutes")),
        ["activation_definition"] = MoveCatalogue.Of(
            ChangeClass.Strategy,
            RiskLevel.Medium,
            2,
            new("without-invite", "focus", 0.05, "Count an account without an invitation too", "import + second report"),
            new("shared-report", "focus", 0.06, "Count a shared report instead of an invitation", "import + shared report"),
            new("week-two", "quality", 0.05, "Count only those who return in the second week", "import + return in week 2")),
    };
}
