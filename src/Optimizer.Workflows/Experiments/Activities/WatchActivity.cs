using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Experiments.Activities;

/// <summary>The safety watch of a live experiment (S0-055, C04, C08): writes only when a rule fires for the first time.</summary>
internal sealed class WatchActivity(World world, TermsReader terms)
{
    public static Activity<ExperimentOrder, SafetyReading> Handle { get; } = new("experiment-watch");

    public async Task<SafetyReading> RunAsync(ActivityContext context, ExperimentOrder order)
    {
        var (state, cancel) = (order.State, context.CancellationToken);
        var inForce = await terms.SinceAsync(state.Play, state.DefinitionHash, cancel);
        var exposures = await world.Exposures.ReadAsync(inForce.Play, state.Id, state.StartedAt, order.At, cancel);
        var reading = SafetyRule.Judge(exposures, inForce.Policy.Rules);
        if (reading.Rule is { } rule)
        {
            // Keyed by rule: what a throttle did not cure fires again at every watch and is not news.
            await world.Audit.AppendAsync($"{state.Id}/safety/{rule}", PrepareActivity.About(state) with
            {
                At = order.At,
                Event = new SafetyTripped(rule, reading.Stops ? "control is restored" : "the variant is throttled to 10 %", reading.Why),
            }, cancel);
            await world.Notifier.NotifyAsync(
                new(state.Play, "high", $"{state.Id}: {(reading.Stops ? "stopped" : "throttled")}", reading.Why, $"experiment-{state.Id}"),
                $"{state.Id}/safety/{rule}/notice", cancel);
        }

        return reading;
    }
}
