namespace Optimizer.Workflows.Instances;

/// <summary>What became of a signal.</summary>
public enum SignalAnswer
{
    /// <summary>Kept for the instance. When the instance ends without waiting for it, it is dropped with a log line.</summary>
    Accepted,

    /// <summary>A signal with this key was accepted before; this one is not kept.</summary>
    Duplicate,

    /// <summary>The instance has finished; nothing was kept.</summary>
    AlreadyFinished,

    /// <summary>There is no instance of this id; nothing was kept.</summary>
    NotFound,
}
