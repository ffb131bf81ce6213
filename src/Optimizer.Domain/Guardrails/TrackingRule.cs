namespace Optimizer.Domain.Guardrails;

/// <summary>Never optimise what is not measured: fix tracking first (S0-063).</summary>
public static class TrackingRule
{
    public const string Code = "untracked_kpi";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked is { IsStart: true, Action.IsTracked: false }
            ? Opinion.Deny(Code, $"the KPI is not tracked: {asked.Action.TrackingFault ?? "no reading passes the tracking check"}")
            : null;
    }
}
