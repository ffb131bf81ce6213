using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>Starts an experiment's workflow; the same id twice is once.</summary>
internal sealed class LaunchActivity(World world)
{
    public static Activity<ExperimentState, None> Handle { get; } = new(ActivityNames.PlayLaunch);

    public async Task<None> RunAsync(ActivityContext context, ExperimentState order)
    {
        await world.Client().StartAsync(
            LoopNames.Experiment, LoopNames.ExperimentId(order.Id), order,
            new() { Tags = new Dictionary<string, string> { ["play"] = order.Play } }, context.CancellationToken);
        return default;
    }
}
