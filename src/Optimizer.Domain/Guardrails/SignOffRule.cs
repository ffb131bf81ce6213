using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>More autonomy and a wider policy are never given by the loop to itself (C34, REQUIREMENTS section 1).</summary>
public static class SignOffRule
{
    public const string AutonomyCode = "autonomy_sign_off";
    public const string PolicyCode = "policy_sign_off";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.Action.Kind switch
        {
            ActionKind.RaiseAutonomy when asked.Autonomy >= asked.Policy.AutonomyCeiling => Opinion.Deny(
                "autonomy_ceiling", $"{asked.Action.Play} may not act more alone than {Levels.Text(asked.Policy.AutonomyCeiling)}{asked.From("autonomy.ceiling")}"),
            ActionKind.RaiseAutonomy => Opinion.Ask(
                AutonomyCode, $"{asked.Action.Play} would act more alone than {Levels.Text(asked.Autonomy)}",
                asked.Autonomy == Autonomy.Semi ? asked.Policy.FullAutonomySeat : asked.Policy.DefaultSeat),
            ActionKind.WidenPolicy => Opinion.Ask(PolicyCode, "the policy would allow more than before", asked.Policy.PolicySeat),
            ActionKind.ChangePolicy => Opinion.Ask(PolicyCode, "the policy would be another than before", asked.Policy.PolicySeat),
            _ => null,
        };
    }
}
