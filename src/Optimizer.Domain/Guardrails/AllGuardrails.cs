namespace Optimizer.Domain.Guardrails;

/// <summary>Every guardrail, in the order in which rulings name them: of two that deny, the first is the decisive one.</summary>
public static class AllGuardrails
{
    public static IReadOnlyList<Guardrail> InOrder { get; } =
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
        AutonomyRule.On,
    ];
}
