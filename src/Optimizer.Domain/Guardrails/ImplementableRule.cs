namespace Optimizer.Domain.Guardrails;

/// <summary>No experiment without a channel that can apply its change (S0-035).</summary>
public static class ImplementableRule
{
    public const string Code = "not_implementable";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked is { IsTry: true, Action.IsImplementable: false }
            ? Opinion.Deny(Code, $"no channel can apply a change of {asked.Action.Variable ?? "this variable"}")
            : null;
    }
}
