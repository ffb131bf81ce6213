namespace Optimizer.Workflows;

/// <summary>Types of failures that no exception of a handler caused. Text, because they are kept in histories.</summary>
public static class FailureTypes
{
    /// <summary>No activity of the name is registered.</summary>
    public const string UnknownActivity = "optimizer.unknown-activity";

    /// <summary>No workflow of the name, or of the version, is registered.</summary>
    public const string UnknownWorkflow = "optimizer.unknown-workflow";

    /// <summary>A child's id belongs to an instance that is still running.</summary>
    public const string InstanceExists = "optimizer.instance-exists";

    /// <summary>A child was terminated.</summary>
    public const string Terminated = "optimizer.terminated";

    /// <summary>A payload does not read as, or write from, the type that the handle names.</summary>
    public const string Unreadable = "optimizer.unreadable-payload";

    /// <summary>A payload is larger than the engine keeps.</summary>
    public const string TooLarge = "optimizer.payload-too-large";

    /// <summary>
    /// The process died while an activity ran that must not be repeated (<see cref="Repeat.Never"/>): whether it took effect
    /// is unknown, so a person or a check must say.
    /// </summary>
    public const string Interrupted = "optimizer.interrupted";
}
