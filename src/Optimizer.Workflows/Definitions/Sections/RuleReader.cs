using Optimizer.Domain.Plays;
using Optimizer.Workflows.Definitions.Documents;
using Optimizer.Workflows.Definitions.Reading;

namespace Optimizer.Workflows.Definitions.Sections;

/// <summary>Reads guardrails and rules that revert.</summary>
internal static class RuleReader
{
    // In definitions the action that only tells somebody is called alert; the domain keeps that word for a message.
    private static readonly WordList<GuardrailAction> Actions = new(
        [.. WordList.Named<GuardrailAction>().Words.Select(each => each.Meaning == GuardrailAction.Notify ? ("alert", each.Meaning) : each)]);

    private static readonly WordList<GuardrailBasis> Bases = WordList.Named<GuardrailBasis>();

    public static IReadOnlyList<GuardrailRule> Read(Place place, Cycle? cycle) => place.Items(item => Rule(item, cycle)) ?? [];

    private static GuardrailRule? Rule(Place place, Cycle? cycle)
    {
        if (place.Fields("metric", "op", "value", "unit", "basis", "forPeriods", "action", "scope", "whileExperimentOnly") is not { } fields)
        {
            return null;
        }

        // Null says that the number has no unit.
        var unit = fields.May("unit");
        return new()
        {
            Metric = fields.Need("metric", "a KPI's key, primary, or the name of another metric").Text() ?? "",
            Operator = fields.Need("op", SignPlace.Form).Sign() ?? "",
            Value = fields.Need("value", "the limit, a number").Number() ?? 0,
            Unit = unit.Node is Node.Scalar { Kind: ScalarKind.Null } ? null : unit.Text(),
            Basis = fields.Need("basis", Bases.Sentence).Word(Bases) ?? default,
            Action = fields.Need("action", Actions.Sentence).Word(Actions) ?? default,
            ForPeriods = fields.May("forPeriods").Span(cycle),
            Scope = fields.May("scope").Text(),
            WhileExperimentOnly = fields.May("whileExperimentOnly").Flag() ?? false,
        };
    }
}
