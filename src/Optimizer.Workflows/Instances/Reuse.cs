namespace Optimizer.Workflows.Instances;

/// <summary>What a start does when the id is taken.</summary>
public enum Reuse
{
    /// <summary>Leave the existing instance, whatever its state: an id starts once. The default.</summary>
    Never,

    /// <summary>Replace a finished instance, its history included; leave one that is not finished.</summary>
    WhenFinished,

    /// <summary>Replace the existing instance; one that is not finished is terminated first.</summary>
    Always,
}
