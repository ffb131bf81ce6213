using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Notices;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Experiments.Activities;

/// <summary>The safety watch of a live experiment (S0-055, C04, C08): writes only when a rule fires for the first time.</summary>
internal sealed class WatchActivity(World world, TermsReader terms)
{
    public static Activity<WatchOrder, SafetyReading> Handle { get; } = new(ActivityNames.ExperimentWatch);

    public async Task<SafetyReading> RunAsync(ActivityContext context, WatchOrder order)
    {
        var cancel = context.CancellationToken;
        var inForce = await terms.FormerAsync(order.Play, order.Policy, order.Definition, cancel);
        var exposures = await world.Exposures.ReadAsync(inForce.Play, order.Experiment, order.StartedAt, order.At, cancel);
        var reading = SafetyRule.Judge(exposures, inForce.Policy.Rules);
        if (reading.Rule is { } rule)
        {
            // Keyed by rule: what a throttle did not cure fires again at every watch and is not news.
            await world.Audit.AppendAsync($"{order.Experiment}/safety/{rule}", new()
            {
                Actor = Plays.Activities.TickBook.Loop,
                At = order.At,
                Cause = order.Cause,
                Experiment = order.Experiment,
                Play = order.Play,
                Event = new SafetyTripped(rule, reading.Stops ? "control is restored" : "the variant is throttled to 10 %", reading.Why),
            }, cancel);
            await world.Notifier.NotifyAsync(
                new(order.Play, "high", $"{order.Experiment}: {(reading.Stops ? "stopped" : "throttled")}", reading.Why, $"experiment-{order.Experiment}")
                {
                    Kind = reading.Stops ? NoticeKind.ExperimentStopped : NoticeKind.ExperimentThrottled,
                },
                $"{order.Experiment}/safety/{rule}/notice", cancel);
        }

        return reading;
    }
}
