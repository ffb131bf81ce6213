namespace Optimizer.Embedded.Inspection;

/// <summary>What a workflow is waiting for.</summary>
public enum AwaitedKind
{
    /// <summary>An attempt of an activity to answer.</summary>
    Activity,

    /// <summary>An attempt of a child workflow to end.</summary>
    Child,

    /// <summary>A time to come.</summary>
    Time,

    /// <summary>A signal to come.</summary>
    Signal,
}
