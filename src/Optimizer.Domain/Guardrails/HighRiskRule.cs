using Optimizer.Domain.Hypotheses;

namespace Optimizer.Domain.Guardrails;

/// <summary>High risk stops and waits for a person, for as long as it takes (S0-030, S0-059, C12).</summary>
public static class HighRiskRule
{
    public const string Code = "high_risk";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);

        // A rating that is none of ours counts as high, as a missing one does.
        return asked.IsChange && asked.Action.Risk is not (RiskLevel.Low or RiskLevel.Medium)
            ? Opinion.Ask(Code, "the change is rated high risk: it waits for a person", Seats.Of(asked.Policy, asked.Action.Class))
            : null;
    }
}
