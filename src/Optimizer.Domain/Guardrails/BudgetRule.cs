using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>
/// How far a budget may move (S0-057, C15, C32): more than 20 % asks, an increase of more than 50 % is denied. What the 24
/// hours before already changed counts too, so that many small steps are one large one.
/// </summary>
public static class BudgetRule
{
    public const string AskCode = "budget_change";
    public const string DenyCode = "budget_increase_limit";
    public const string AskKey = "approval.budget_above";
    public const string DenyKey = "budget.max_increase";

    // 20 % computed in floating point is 20 %.
    private const double Slack = 1e-9;

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!asked.IsChange || asked.Action.BudgetChange is not { } change || change == 0)
        {
            return null;
        }

        var (policy, lastDay) = (asked.Policy, asked.Action.BudgetChangeLastDay);
        var (size, increase) = (Math.Max(Math.Abs(change), Math.Abs(change + lastDay)), Math.Max(change, change + lastDay));
        var said = $"budget {Words.Change(change)}, with the last 24 hours {Words.Change(change + lastDay)}";

        // Written so that what is no number does not pass.
        return !(increase <= policy.MaxBudgetIncrease + Slack)
            ? Opinion.Deny(DenyCode, $"{said}: an increase of more than {Words.Limit(policy.MaxBudgetIncrease)} is not allowed{asked.From(DenyKey)}")
            : !(size <= policy.ApproveBudgetAbove + Slack)
                ? Opinion.Ask(AskCode, $"{said}: more than {Words.Limit(policy.ApproveBudgetAbove)} needs an approval{asked.From(AskKey)}", Seats.Of(policy, ChangeClass.Budget))
                : Opinion.Allow(AskCode, $"{said}, at most {Words.Limit(policy.ApproveBudgetAbove)}{asked.From(AskKey)}");
    }
}
