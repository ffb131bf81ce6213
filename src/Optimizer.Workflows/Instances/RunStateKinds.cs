namespace Optimizer.Workflows.Instances;

/// <summary>What is common to several states.</summary>
public static class RunStateKinds
{
    /// <summary>Whether the instance has ended for good.</summary>
    public static bool IsFinished(this RunState state) => state is RunState.Completed or RunState.Failed or RunState.Terminated;
}
