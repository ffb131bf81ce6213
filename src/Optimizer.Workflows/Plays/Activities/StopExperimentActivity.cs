using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>Tells a live experiment that its play was stopped: control is restored. Told twice is heard once.</summary>
internal sealed class StopExperimentActivity(World world)
{
    public static Activity<StopOrder, None> Handle { get; } = new(ActivityNames.PlayStopExperiment);

    public async Task<None> RunAsync(ActivityContext context, StopOrder order)
    {
        await world.Client().SignalAsync(
            LoopNames.ExperimentId(order.Experiment), LoopNames.ExperimentNews, new ExperimentNews { Stop = order.Stop }, "play-stopped",
            context.CancellationToken);
        return default;
    }
}
