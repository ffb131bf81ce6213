namespace Optimizer.Domain.Guardrails;

/// <summary>
/// Every guardrail, in the order in which rulings name them: of two that deny, the first is the decisive one. A guardrail
/// is a pure function; it answers null when it has no say in the action.
/// </summary>
public static class AllGuardrails
{
    public static IReadOnlyList<Func<ProposedCase, Opinion?>> InOrder { get; } =
    [
        FreezeRule.On,
        WayOutRule.On,
        ImplementableRule.On,
        TrackingRule.On,
        BaselineRule.On,
        StrategicReviewRule.On,
        FingerprintRule.On,
        CooldownRule.On,
        PlayActiveRule.On,
        PageActiveRule.On,
        SiteActiveRule.On,
        SiteStartsRule.On,
        PlayStartsRule.On,
        BudgetRule.On,
        SignOffRule.On,
        HighRiskRule.On,
        ClassRule.On,
        TrafficRule.On,
        VariableRule.On,
        PromotionRule.On,
        ProposedOrderRule.On,
        AutonomyRule.On,
    ];
}
