using Optimizer.Embedded.Inspection;
using Optimizer.Workflows.Instances;

namespace Optimizer.Standalone.Engine;

/// <summary>Everything the page of one instance is written from.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Awaited">What it waits for.</param>
/// <param name="Kept">What came and no step has taken yet.</param>
/// <param name="Children">Its children that are still kept.</param>
/// <param name="Unreadable">Why its history cannot be read; null when it can.</param>
internal sealed record InstanceReport(
    InstanceStatus Status,
    IReadOnlyList<AwaitedStep> Awaited,
    IReadOnlyList<HistoryEntry> Kept,
    IReadOnlyList<InstanceStatus> Children,
    string? Unreadable = null)
{
    /// <summary>Null when there is no such instance. A history that cannot be read leaves the rest to be shown.</summary>
    public static async Task<InstanceReport?> ReadAsync(IEngineView view, string id, CancellationToken cancellationToken)
    {
        if (await view.StatusAsync(id, cancellationToken) is not { } status)
        {
            return null;
        }

        var children = await view.ChildrenAsync(id, cancellationToken);
        try
        {
            var history = await view.HistoryAsync(id, cancellationToken);
            return history is null
                ? new(status, [], [], children)
                : new(status, AwaitedSteps.Of(history), [.. history.Entries.Where(entry => entry.Kind == HistoryKind.Kept)], children);
        }
        catch (EngineViewException damaged) when (damaged.Problem == ViewProblem.Failed)
        {
            return new(status, [], [], children, damaged.Message);
        }
    }
}
