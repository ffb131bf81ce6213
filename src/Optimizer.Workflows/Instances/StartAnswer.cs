namespace Optimizer.Workflows.Instances;

/// <summary>What became of a start.</summary>
public enum StartAnswer
{
    /// <summary>This call started it.</summary>
    Started,

    /// <summary>An instance of this id is already there and not finished; it is untouched.</summary>
    AlreadyRunning,

    /// <summary>An instance of this id has finished; it is untouched.</summary>
    AlreadyFinished,

    /// <summary>No workflow of this name and version is registered; nothing was written.</summary>
    UnknownWorkflow,
}
