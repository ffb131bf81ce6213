namespace Optimizer.Embedded.Inspection;

/// <summary>What an entry of a history tells.</summary>
public enum HistoryKind
{
    /// <summary>The generation began; with its input.</summary>
    Started,

    /// <summary>A turn began: the workflow ran its code at this recorded time.</summary>
    Turn,

    /// <summary>An activity was asked for; with its input.</summary>
    ActivityScheduled,

    /// <summary>An activity that must not be repeated was begun.</summary>
    ActivityBegun,

    /// <summary>An activity gave its output.</summary>
    ActivityCompleted,

    /// <summary>An attempt of an activity failed.</summary>
    ActivityFailed,

    /// <summary>A child workflow was started; with its input.</summary>
    ChildStarted,

    /// <summary>A child workflow gave its output.</summary>
    ChildCompleted,

    /// <summary>A child workflow failed.</summary>
    ChildFailed,

    /// <summary>A sleep or a wait before another attempt began; with its due time.</summary>
    TimerSet,

    /// <summary>The workflow began to wait for a signal; with the due time, if it has one.</summary>
    WaitBegun,

    /// <summary>A due time came.</summary>
    TimerFired,

    /// <summary>A signal was handed to the workflow; with its payload.</summary>
    SignalDelivered,

    /// <summary>A signal or an answer is kept and waits to be handed over.</summary>
    Kept,

    /// <summary>What queries show was set.</summary>
    StatusSet,

    /// <summary>The workflow continued as new; with the next input.</summary>
    ContinuedAsNew,

    /// <summary>The workflow returned; with its output.</summary>
    Completed,

    /// <summary>The workflow failed.</summary>
    Failed,
}
