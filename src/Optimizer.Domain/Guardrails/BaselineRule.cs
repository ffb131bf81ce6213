namespace Optimizer.Domain.Guardrails;

/// <summary>No experiment before there is enough history to compare with (S0-009).</summary>
public static class BaselineRule
{
    public const string Code = "insufficient_baseline";
    public const string Key = "baseline.min_days";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var (have, least) = (asked.Action.BaselineDays, asked.Policy.MinBaselineDays);
        if (!asked.IsStart || have >= least)
        {
            return null;
        }

        var missing = (long)least - have;
        return Opinion.Deny(
            Code, $"{have} days of the primary KPI are at hand, {least} are needed: days_missing={missing}{asked.From(Key)}", asked.Action.At.AddDays(missing));
    }
}
