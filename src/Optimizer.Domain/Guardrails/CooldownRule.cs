using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Guardrails;

/// <summary>After a revert the same variable rests; other variables go on, and so does a try that only did not win (S0-060, C29).</summary>
public static class CooldownRule
{
    public const string Code = "cooldown";
    public const string Key = "play.cooldown_days";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        if (!asked.IsTry || asked.Action.Variable is not { } variable)
        {
            return null;
        }

        var reverted = asked.OfPlay
            .Where(past => past.End == DecisionKind.Revert && string.Equals(past.Variable, variable, StringComparison.OrdinalIgnoreCase))
            .MaxBy(past => past.EndedAt);
        return reverted?.EndedAt?.AddDays(asked.Policy.CooldownDays) is { } until && asked.Action.At < until
            ? Opinion.Deny(
                Code,
                $"{variable} was reverted in {reverted.Id} at {Times.Text(reverted.EndedAt.Value)}: it rests {asked.Policy.CooldownDays} days, until {Times.Text(until)}{asked.From(Key)}",
                until)
            : null;
    }
}
