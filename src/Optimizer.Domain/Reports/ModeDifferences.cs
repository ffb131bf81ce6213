using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Reports;

/// <summary>What either mode of the stated rules would have done differently at the looks of a week (DESIGN section 4).</summary>
internal static class ModeDifferences
{
    public static IReadOnlyList<ModeDifference> Of(IEnumerable<DecisionMade> decisions) =>
        [.. decisions.SelectMany(Differences)
            .GroupBy(one => (one.Experiment, one.Rule, one.Mode))
            .Select(group => group.First() with { Looks = group.Select(one => one.Looks).Count() })];

    private static IEnumerable<ModeDifference> Differences(DecisionMade made)
    {
        var decision = made.Record.Decision;
        foreach (var trigger in decision.Triggers.Where(trigger => trigger.Fired))
        {
            if (trigger.Stated.Mode == RuleMode.Guarded && !Same(trigger.Literally, decision))
            {
                yield return new(made.Record.Experiment, trigger.Rule, "literal", 1,
                    $"word for word, {trigger.Rule} would {(trigger.Literally == DecisionKind.Revert ? "revert" : "adopt")} {trigger.Variant} ({trigger.Text}); guarded, it was {Done(decision.Kind)}");
            }
            else if (trigger.Stated.Mode == RuleMode.Literal && decision.Kind == DecisionKind.AdoptStated && IsAdoption(trigger.Literally) && trigger.Variant == decision.Variant)
            {
                yield return new(made.Record.Experiment, trigger.Rule, "guarded", 1,
                    $"{trigger.Rule} adopted {trigger.Variant} word for word ({trigger.Text}); guarded, it would be measured on, as nothing is proven");
            }
        }
    }

    private static bool Same(DecisionKind literally, Decision decision) => literally == DecisionKind.Revert
        ? decision.Kind is DecisionKind.Revert or DecisionKind.Iterate or DecisionKind.Halt
        : IsAdoption(decision.Kind);

    private static bool IsAdoption(DecisionKind kind) =>
        kind is DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated;

    private static string Done(DecisionKind kind) => kind switch
    {
        DecisionKind.Extend => "measured on",
        DecisionKind.AdoptProven => "adopted as proven",
        DecisionKind.AdoptProvisional => "adopted provisionally",
        DecisionKind.AdoptStated => "adopted",
        DecisionKind.Iterate => "given up",
        DecisionKind.Revert => "reverted",
        DecisionKind.Halt => "halted as broken",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of decision"),
    };
}
