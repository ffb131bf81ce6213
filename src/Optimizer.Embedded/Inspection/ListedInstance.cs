using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>An instance as a list shows it.</summary>
/// <param name="Status">How it stands. In a list its input and output are left out: they read as null.</param>
/// <param name="Awaited">What it waits for; empty for one that has finished, or that is about to take a step.</param>
/// <param name="Unreadable">Why what it waits for cannot be told: its history is damaged; null when all is well.</param>
public sealed record ListedInstance(InstanceStatus Status, IReadOnlyList<AwaitedStep> Awaited, string? Unreadable = null)
{
    /// <summary>The next time at which something happens by itself; null when nothing does.</summary>
    public DateTimeOffset? NextDue => Awaited.Min(step => step.Due);
}
