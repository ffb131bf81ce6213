using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;

namespace Optimizer.Workflows.Evidence;

/// <summary>What the same evidence would have led to in the other mode of the stated rules: word for word beside guarded. Pure.</summary>
/// <param name="Mode">The other one.</param>
/// <param name="Decision">At the same look.</param>
/// <param name="FirstDay">Complete days after which it would first have decided something else than to keep running; null when never.</param>
/// <param name="First">That decision.</param>
public sealed record OtherMode(RuleMode Mode, Decision Decision, int? FirstDay, Decision? First)
{
    public static OtherMode Of(DecisionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var stated = record.Rules.Stated;
        var isLiteral = new[] { stated.Chance90, stated.Plus10For48Hours, stated.Plus20, stated.BelowControlAfter120, stated.Drop30, stated.Drop5Over24Hours }
            .Any(rule => rule.Mode == RuleMode.Literal);
        var rules = record.Rules with { Stated = isLiteral ? new StatedRules() : StatedRules.Literal };
        var (first, firstDay) = ((Decision?)null, (int?)null);
        var days = ExposureDays.Whole(record.Evidence.Days);
        for (var day = 1; day <= days.Count && first is null; day++)
        {
            var seen = record.Evidence with { Days = [.. days.Take(day)] };
            var decision = EvidenceRule.Judge(seen, rules, record.MaxSecondaryDegradation).Decision;
            (first, firstDay) = decision.Kind == DecisionKind.Extend ? ((Decision?)null, (int?)null) : (decision, day);
        }

        return new(
            isLiteral ? RuleMode.Guarded : RuleMode.Literal,
            EvidenceRule.Judge(record.Evidence, rules, record.MaxSecondaryDegradation).Decision, firstDay, first);
    }
}
