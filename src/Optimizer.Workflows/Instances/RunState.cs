namespace Optimizer.Workflows.Instances;

/// <summary>
/// Where an instance stands:
/// <code>
/// Pending -> Running -> Completed | Failed
/// Pending | Running | Suspended | Parked -> Terminated
/// Pending | Running &lt;-> Suspended          suspend, resume
/// Running -> Parked -> Running             the engine stops it, resume after the cause is mended
/// </code>
/// </summary>
public enum RunState
{
    /// <summary>Started, but no step taken yet: its time has not come, or its turn.</summary>
    Pending,

    /// <summary>Under way, or waiting.</summary>
    Running,

    /// <summary>Stopped by a person; what comes is kept.</summary>
    Suspended,

    /// <summary>
    /// Stopped by the engine because going on would be guessing: its code does not fit its history, its version is gone, it
    /// never yields, it grew too long, or it killed the process. Nothing is lost; the failure says what to mend.
    /// </summary>
    Parked,

    /// <summary>Returned its output.</summary>
    Completed,

    /// <summary>Ended by an exception.</summary>
    Failed,

    /// <summary>Ended by a person.</summary>
    Terminated,
}
