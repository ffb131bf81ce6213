using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>Tells a live experiment to stop; told twice is heard once.</summary>
internal sealed class StopActivity(World world)
{
    public static Activity<StopOrder, None> Handle { get; } = new("play-stop-experiment");

    public async Task<None> RunAsync(ActivityContext context, StopOrder order)
    {
        await world.Client().SignalAsync(
            LoopNames.ExperimentId(order.Experiment), LoopNames.ExperimentNews, new ExperimentNews { Stop = order.Command }, "stop", context.CancellationToken);
        return default;
    }
}
