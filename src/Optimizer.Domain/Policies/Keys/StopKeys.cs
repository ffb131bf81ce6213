using static Optimizer.Domain.Policies.Keys.KeyText;

namespace Optimizer.Domain.Policies.Keys;

/// <summary>Stop rules: every scope's hold, so the one that stops soonest.</summary>
internal static class StopKeys
{
    public static IReadOnlyList<PolicyKey> All { get; } =
    [
        Stop("freeze", "false", "Nothing is written for these plays, a way out included.",
            (policy, value) => policy with { IsFrozen = value == "true" }) with { Form = ValueForm.Flag, LargerIsTighter = true },
        .. new StatedKeys("stop.drop30", PolicyKeyType.Stop, "Primary KPI more than 30 % below control",
            stated => stated.Drop30, (stated, rule) => stated with { Drop30 = rule }).Keys,
        .. new StatedKeys("stop.drop5_24h", PolicyKeyType.Stop, "More than 5 % below control over 24 hours",
            stated => stated.Drop5Over24Hours, (stated, rule) => stated with { Drop5Over24Hours = rule })
        {
            Literal = [Profile.SiteCroStrict],
            Modes = Defaults.For([Profile.SiteCro], "guarded"),
        }.Keys,
        .. new StatedKeys("stop.loser120", PolicyKeyType.Stop, "Below control after 120 units",
            stated => stated.BelowControlAfter120, (stated, rule) => stated with { BelowControlAfter120 = rule }) { IsChance = true }.Keys,
        Stop("evidence.harm_odds", "20", "Odds of evidence that prove harm and revert.",
            (policy, value) => policy with { Rules = policy.Rules with { HarmOdds = Number(value) } }) with { Least = 2.5, Most = 10_000 },
        Stop("evidence.mismatch_odds", "1000", "Odds of evidence of a broken split that halt.",
            (policy, value) => policy with { Rules = policy.Rules with { MismatchOdds = Number(value) } }) with { Least = 2.5, Most = 1_000_000 },
        Stop("experiment.throttle_chance", "0.2", "Chance to win below which a loser's traffic is cut.",
            (policy, value) => policy with { Rules = policy.Rules with { ThrottleChance = Number(value) } }) with { Form = ValueForm.Share, LargerIsTighter = true },
        Stop("experiment.throttle_share", "0.1", "Share of traffic that a cut variant keeps.",
            (policy, value) => policy with { Rules = policy.Rules with { ThrottleShare = Number(value) } }) with { Form = ValueForm.Share, Most = 0.5 },
    ];

    private static PolicyKey Stop(string name, string standard, string means, Func<EffectivePolicy, string, EffectivePolicy> into) => new()
    {
        Name = name,
        Type = PolicyKeyType.Stop,
        Form = ValueForm.Number,
        Default = standard,
        Means = means,
        Into = into,
    };
}
