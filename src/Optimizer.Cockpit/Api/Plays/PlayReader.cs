using Optimizer.Domain.Plays;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Puts together what is true of a play: from the engine, the definition, the policy and the register, never by scanning the trail.</summary>
internal sealed class PlayReader(ServedLoop loop, DecisionCache decisions)
{
    /// <summary>Null when there is no such play.</summary>
    public async Task<PlayAnswer?> ReadAsync(string slug, CancellationToken cancellationToken)
    {
        if (await loop.Client.StatusAsync(LoopNames.PlayId(slug), cancellationToken) is not { } instance
            || await loop.World.Plays.FindAsync(slug, cancellationToken) is not { } definition)
        {
            return null;
        }

        var now = loop.Clock.GetUtcNow();
        var view = PlayViews.Of(instance);
        var terms = await loop.Terms.InForceAsync(slug, cancellationToken);
        var page = await loop.World.Register.ReadAsync(terms.Policy.Site, slug, now, cancellationToken);
        var freeze = await loop.Freeze.ReadAsync(cancellationToken);
        var (active, question) = view.Experiment is { } experiment ? await ActiveAsync(experiment, cancellationToken) : (null, null);
        return new()
        {
            ActiveExperiment = active,
            Autonomy = view.Autonomy,
            Backlog = view.Backlog,
            CapsLeft = Domain.Guardrails.CapReadings.Of(slug, page.History, terms.Policy, now),
            ConvergedAt = view.ConvergedAt,
            Day = (int)(now - instance.CreatedAt).TotalDays,
            Definition = new(definition.Hash, definition.File, definition.At),
            Experiments = view.Experiments,
            Freeze = freeze,
            Id = slug,
            IsFrozen = freeze is not null || terms.Policy.IsFrozen,
            IsTracked = view.IsTracked,
            LastDecision = await decisions.LastOfAsync(view, active, cancellationToken),
            Name = terms.Play.Name,
            NextTick = view.Status == PlayStatus.Stopped ? null : view.NextTick,
            Policy = terms.PolicyHash,
            Problem = PlayViews.Problem(instance, view.Problem),
            Stage = view.Status,
            Ticks = view.Ticks,
            WaitingOn = await WaitingAsync(view, question, cancellationToken),
        };
    }

    /// <summary>An experiment as the engine has it, with the id of its open question; null when the engine has forgotten it.</summary>
    public async Task<(ActiveExperiment? Active, string? Question)> ActiveAsync(string experiment, CancellationToken cancellationToken)
    {
        if (await loop.Client.StatusAsync(LoopNames.ExperimentId(experiment), cancellationToken) is not { } instance)
        {
            return (null, null);
        }

        if (instance.Status is not { } status)
        {
            var state = instance.Input.ReadAs<ExperimentState>("the state of an experiment", experiment);
            return (new()
            {
                Change = state.Hypothesis.Change,
                Day = 0,
                EndDay = state.EndDay,
                Id = experiment,
                NextLook = null,
                Phase = state.Phase,
                Problem = PlayViews.Problem(instance, state.Problem),
                StartedAt = state.StartedAt,
                StopRules = [],
                Variable = state.Hypothesis.Variable,
                Weights = state.Weights,
            }, null);
        }

        var view = status.ReadAs<ExperimentView>("the view of an experiment", experiment);
        var start = instance.Input.ReadAs<ExperimentState>("the state of an experiment", experiment);
        return (new()
        {
            Change = start.Hypothesis.Change,
            Day = view.LastLook?.Day ?? 0,
            EndDay = view.EndDay,
            Id = experiment,
            LastLook = view.LastLook is { } look ? LastLook.Of(look) : null,
            NextLook = view.NextLook,
            Phase = view.Phase,
            Problem = PlayViews.Problem(instance, view.Problem),
            StartedAt = view.StartedAt,
            StopRules = view.LastLook is { Decision.Length: > 0 } last ? await decisions.DistancesAsync(experiment, last, cancellationToken) : [],
            Variable = start.Hypothesis.Variable,
            Weights = view.Weights,
        }, view.WaitingFor);
    }

    // A play writes its question as "id (Seat)"; an experiment as the id alone.
    private async Task<WaitingOn?> WaitingAsync(PlayView view, string? ofExperiment, CancellationToken cancellationToken)
    {
        foreach (var id in new[] { view.WaitingFor?.Split(' ')[0], ofExperiment?.Split(' ')[0] })
        {
            if (id is not null && await loop.Client.StatusAsync(LoopNames.ApprovalId(id), cancellationToken) is { } instance
                && (instance.Status ?? instance.Input).ReadAs<ApprovalQuestion>("a question", id) is { State: Domain.Approvals.ApprovalState.Pending or Domain.Approvals.ApprovalState.Parked } question)
            {
                return WaitingOn.Of(question);
            }
        }

        return null;
    }
}
