namespace Optimizer.Domain.Guardrails;

/// <summary>
/// The same hypothesis (variable, change and segment) that failed is blocked for good; only a person may override (C29). A
/// failure is what policy calls one: a try that merely did not win ("iterate") is none and stays open, unless play.failure
/// says not_adopted. A broken experiment has shown nothing and blocks nothing.
/// </summary>
public static class FingerprintRule
{
    public const string Code = "blocked_fingerprint";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var failed = asked.IsTry && asked.Action.Fingerprint is { } print
            ? asked.OfPlay.LastOrDefault(past => past.Fingerprint == print && StrategicReviewRule.IsFailure(past.End, asked.Policy))
            : null;
        return failed switch
        {
            null => null,
            _ when asked.Action.IsHumanOverride => Opinion.Allow(Code, $"the same hypothesis failed in {failed.Id}; a person told us to try it again"),
            _ => Opinion.Deny(Code, $"the same hypothesis failed in {failed.Id}: it is not tried again unless a person says so"),
        };
    }
}
