using Optimizer.Domain.Decisions;
using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Guardrails;

/// <summary>
/// When all of the last experiments failed, a person must think first (S0-062, C30). Failures before the person's answer
/// (<see cref="ActionHistory.ReviewedAt"/>) count no more; a broken experiment (halt) counts neither way.
/// </summary>
public static class StrategicReviewRule
{
    public const string Code = "strategic_review";
    public const string Key = "play.failures_before_pause";

    public static Opinion? On(ProposedCase asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.IsStart && IsDue(asked.History, asked.Policy)
            ? Opinion.Deny(Code, $"the last {asked.Policy.FailuresBeforePause} experiments all failed: a person reviews the strategy and resumes the play{asked.From(Key)}")
            : null;
    }

    /// <summary>Whether the last experiments of the play all failed.</summary>
    public static bool IsDue(ActionHistory history, EffectivePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(policy);
        var last = history.OfPlay
            .Where(past => past.EndedAt is { } ended && past.End is not DecisionKind.Halt && !(ended <= history.ReviewedAt))
            .OrderByDescending(past => past.EndedAt)
            .Take(policy.FailuresBeforePause)
            .ToList();
        return last.Count == policy.FailuresBeforePause && last.Count > 0 && last.TrueForAll(past => IsFailure(past.End, policy));
    }

    /// <summary>What counts as a failure: a revert, and with play.failure set to not_adopted also a try that only did not win (C30).</summary>
    public static bool IsFailure(DecisionKind? end, EffectivePolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return end == DecisionKind.Revert || (policy.NotAdoptedIsFailure && end == DecisionKind.Iterate);
    }
}
