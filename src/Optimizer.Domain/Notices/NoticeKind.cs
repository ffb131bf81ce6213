namespace Optimizer.Domain.Notices;

/// <summary>What a message to people is about. New kinds are added at the end.</summary>
public enum NoticeKind
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A KPI dropped, stands still or jumped.</summary>
    AnomalyFound,

    /// <summary>A person is asked.</summary>
    ApprovalAsked,

    /// <summary>A person is asked again, or another one is.</summary>
    ApprovalReminded,

    /// <summary>It was answered, ran out or was taken back.</summary>
    ApprovalEnded,

    /// <summary>A variant goes on with a small share.</summary>
    ExperimentThrottled,

    /// <summary>Control is restored.</summary>
    ExperimentStopped,

    /// <summary>What a person could do; nothing waits for it.</summary>
    SuggestionMade,

    /// <summary>Nothing goes on before a person has looked.</summary>
    ReviewNeeded,

    /// <summary>A cap of policy is reached.</summary>
    CapReached,

    /// <summary>A play cannot go on: what it relies on does not answer.</summary>
    LoopStuck,

    LoopFrozen,

    LoopUnfrozen,

    /// <summary>A report is there.</summary>
    BriefWritten,

    /// <summary>A message could not be delivered for days and will not be tried again.</summary>
    SinkGaveUp,
}
