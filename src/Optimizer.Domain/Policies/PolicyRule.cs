using Optimizer.Domain.Approvals;
using Optimizer.Domain.Guardrails;

namespace Optimizer.Domain.Policies;

/// <summary>
/// Rules on actions: allow, ask or deny, with the rule that said so. Pure. Deny wins over ask, ask over allow; of those that
/// ask, the highest seat is the one to answer.
/// </summary>
public static class PolicyRule
{
    /// <param name="action">What the loop wants to do.</param>
    /// <param name="history">What has been done, as read at the same moment.</param>
    /// <param name="autonomy">How far the play may act alone now; the ceiling of the policy holds over it.</param>
    /// <param name="policy">What policy says for the play.</param>
    public static Ruling Rule(ProposedAction action, ActionHistory history, Autonomy autonomy, EffectivePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(policy);
        if (!Enum.IsDefined(action.Kind))
        {
            return new(RulingKind.Deny, "unknown_action", null, [$"{action.Kind} is no action that exists"]);
        }

        var asked = new ProposedCase(action, history, Levels.Lower(autonomy, policy.AutonomyCeiling), policy);
        var opinions = AllGuardrails.InOrder.Select(rule => rule(asked)).OfType<Opinion>().ToList();

        // Sorting keeps the order of equals: the first that denies is the decisive one, the highest seat that asks.
        var objections = opinions.Where(opinion => opinion.Kind != RulingKind.Allow)
            .OrderByDescending(opinion => opinion.Kind).ThenByDescending(opinion => opinion.Seat).ToList();
        return objections switch
        {
            [] => new(RulingKind.Allow, "allowed", null, [.. opinions.Select(opinion => opinion.Why)]),
            [{ Kind: RulingKind.Deny } first, ..] => new(RulingKind.Deny, first.Code, null, [.. objections.Select(opinion => opinion.Why)], first.RetryAt),
            [var first, ..] => new(RulingKind.Ask, first.Code, first.Seat, [.. objections.Select(opinion => opinion.Why)], null, Terms(asked, objections)),
        };
    }

    private static ApprovalTerms Terms(ProposedCase asked, IReadOnlyList<Opinion> objections)
    {
        var waits = objections.Any(opinion => opinion.Code == HighRiskRule.Code);
        return new(
            waits ? TimeoutAction.Park : asked.Policy.ApprovalTimeout, asked.Policy.ApprovalHours,
            asked.Action.Kind == ActionKind.WidenPolicy ? Math.Max(2, asked.Policy.ApprovalQuorum) : asked.Policy.ApprovalQuorum);
    }
}
