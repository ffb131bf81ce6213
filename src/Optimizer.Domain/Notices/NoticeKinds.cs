namespace Optimizer.Domain.Notices;

/// <summary>Names of kinds outside, and which kinds do not wait for a digest.</summary>
public static class NoticeKinds
{
    /// <summary>As webhooks and logs name it: the thing, a dot, what happened.</summary>
    public static string Name(NoticeKind kind) => kind switch
    {
        NoticeKind.Other => "notice.written",
        NoticeKind.AnomalyFound => "anomaly.found",
        NoticeKind.ApprovalAsked => "approval.asked",
        NoticeKind.ApprovalReminded => "approval.reminded",
        NoticeKind.ApprovalEnded => "approval.ended",
        NoticeKind.ExperimentThrottled => "experiment.throttled",
        NoticeKind.ExperimentStopped => "experiment.stopped",
        NoticeKind.SuggestionMade => "hypothesis.suggested",
        NoticeKind.ReviewNeeded => "play.review_needed",
        NoticeKind.CapReached => "policy.cap_reached",
        NoticeKind.LoopStuck => "loop.stuck",
        NoticeKind.LoopFrozen => "loop.frozen",
        NoticeKind.LoopUnfrozen => "loop.unfrozen",
        NoticeKind.BriefWritten => "brief.written",
        NoticeKind.SinkGaveUp => "sink.gave_up",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of notice"),
    };

    /// <summary>
    /// Whether people are told at once: an approval that is needed, a stop, a cap, a loop that is stuck, a freeze. A question of severity
    /// info can wait for a digest; the end of a question cannot when the question itself was told already, for somebody may be answering.
    /// </summary>
    /// <param name="kind">What happened.</param>
    /// <param name="severity">How much it matters.</param>
    /// <param name="isTold">Whether this recipient was told of the same object before.</param>
    public static bool IsInstant(NoticeKind kind, NoticeSeverity severity, bool isTold) => kind switch
    {
        NoticeKind.ApprovalAsked or NoticeKind.ApprovalReminded => severity > NoticeSeverity.Info,
        NoticeKind.ApprovalEnded => isTold,
        NoticeKind.ExperimentThrottled or NoticeKind.ExperimentStopped or NoticeKind.ReviewNeeded or NoticeKind.CapReached
            or NoticeKind.LoopStuck or NoticeKind.LoopFrozen or NoticeKind.LoopUnfrozen or NoticeKind.SinkGaveUp => true,
        NoticeKind.Other or NoticeKind.AnomalyFound or NoticeKind.SuggestionMade or NoticeKind.BriefWritten => false,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "unknown kind of notice"),
    };
}
