using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Reports.Activities;

/// <summary>Slugs of the plays in force.</summary>
public static class ReportedPlays
{
    public static Activity<None, IReadOnlyList<string>> Handle { get; } = new(ActivityNames.ReportPlays);

    public static Task<IReadOnlyList<string>> RunAsync(World world, ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(context);
        return world.Plays.ListAsync(context.CancellationToken);
    }
}
