using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Connectors.Rules;

/// <summary>How the work behind a play is done.</summary>
internal static class ProgramMoves
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Move>> All { get; } = new Dictionary<string, IReadOnlyList<Move>>
    {
        ["framework_playbook"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Medium,
            2,
            new("fewer-stages", "focus", 0.06, "Cut the framework to the three stages that decide", "three deciding stages"),
            new("entry-check", "quality", 0.07, "Ask for two facts before a case enters", "two facts before entry"),
            new("next-step", "focus", 0.06, "Give every case a next step with a date", "next step with a date"),
            new("examples", "quality", 0.05, "Put one good and one bad example to every stage", "one good, one bad example")),
        ["prompt_model"] = MoveCatalogue.Of(
            ChangeClass.Experience,
            RiskLevel.Medium,
            1,
            new("examples", "grounding", 0.08, "Give three real examples of good work in the prompt", "three real examples"),
            new("facts-only", "grounding", 0.07, "Let it use only the facts that are given and say when one is missing", "given facts only"),
            new("shorter", "brevity", 0.05, "Ask for half the length", "half the length"),
            new("second-look", "quality", 0.06, "Have every draft checked against a list before it goes out", "checked against five points")),
    };
}
