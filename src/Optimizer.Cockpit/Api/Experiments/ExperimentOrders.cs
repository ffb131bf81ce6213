using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Policies;
using Optimizer.Workflows;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Experiments;

/// <summary>Stops a live experiment for a person: control is restored, the play goes on. Taking a variant out is never refused.</summary>
internal sealed class ExperimentOrders(ServedLoop loop)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>What policy says of stopping it.</summary>
    public async Task<Ruling> RuleAsync(string experiment, string play, CancellationToken cancel)
    {
        var (now, terms) = (loop.Clock.GetUtcNow(), await loop.Terms.InForceAsync(play, cancel));
        var policy = terms.For(ActionKind.RestoreControl, experiment);
        var page = await loop.Reads.Register.ReadAsync(policy.Site, play, now, cancel);
        var action = new ProposedAction { At = now, Experiment = experiment, Kind = ActionKind.RestoreControl, Play = play };
        return PolicyRule.Rule(action, page.History with { IsFrozen = await loop.FreezeSeen.ReadAsync(cancel) is not null }, Autonomy.Full, policy);
    }

    /// <summary>Gives the order, and waits until the world is as before.</summary>
    /// <param name="id">Of the experiment; any text.</param>
    /// <param name="stop">Who wants it and why.</param>
    /// <param name="key">The same key again changes nothing.</param>
    /// <param name="cancel">Stops the wait, not the order.</param>
    /// <returns>Why it was not given, or whether it is done: not yet while something keeps it from being done, such as a freeze.</returns>
    public async Task<(Problem? Refusal, bool IsDone)> StopAsync(string id, StopCommand stop, string key, CancellationToken cancel)
    {
        if (!Slugs.IsOne(id) || await loop.Client.StatusAsync(LoopNames.ExperimentId(id), cancel) is not { } instance)
        {
            return (Problem.NotFound("experiment", id), false);
        }

        if (IsOver(instance))
        {
            return (Over(id), false);
        }

        var play = instance.Input.ReadAs<ExperimentState>("the state of an experiment", id).Play;
        await loop.World.Audit.AppendAsync($"order/{key}", new()
        {
            Actor = stop.By,
            At = loop.Clock.GetUtcNow(),
            Cause = id,
            Event = new OrderGiven("experiment.stop", stop.Why),
            Experiment = id,
            Play = play,
        }, cancel);
        return await loop.Client.SignalAsync(LoopNames.ExperimentId(id), LoopNames.ExperimentNews, new ExperimentNews { Stop = stop }, key, cancel) switch
        {
            SignalAnswer.NotFound => (Problem.NotFound("experiment", id), false),
            SignalAnswer.AlreadyFinished => (Over(id), false),
            SignalAnswer.Accepted or SignalAnswer.Duplicate => (null, await IsDoneAsync(id, play, cancel)),
            var answer => throw new InvalidOperationException($"unknown answer to a signal: {answer}"),
        };
    }

    private static Problem Over(string id) => Problem.Conflict("experiment_over", $"the experiment '{Shown.Of(id)}' is over already");

    private static bool IsOver(InstanceStatus instance) => instance.State.IsFinished()
        || instance.Status?.ReadAs<ExperimentView>("the view of an experiment", instance.InstanceId).Phase == ExperimentPhase.Settled;

    // Done is when the play knows too: whoever looks at it next sees no live experiment.
    private async Task<bool> IsDoneAsync(string id, string play, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Pause)
        {
            if (await loop.Client.StatusAsync(LoopNames.ExperimentId(id), cancel) is not { } instance || IsOver(instance))
            {
                var view = (await loop.Client.StatusAsync(LoopNames.PlayId(play), cancel))?.Status?.ReadAs<PlayView>("the view of a play", play);
                if (view?.Experiment != id)
                {
                    return true;
                }
            }

            await Task.Delay(Pause, cancel);
        }

        return false;
    }
}
