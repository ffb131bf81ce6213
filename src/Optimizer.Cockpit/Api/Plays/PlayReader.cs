using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Puts together what is true of a play: from the engine, the definition, the policy and the register, never by scanning the trail.</summary>
internal sealed class PlayReader(ServedLoop loop, PlayBases bases, DecisionCache decisions)
{
    // As the sources of exposures name it: an experiment of a play has control and one variant.
    private const string VariantName = "variant";

    /// <summary>Null when there is no such play.</summary>
    public Task<PlayAnswer?> ReadAsync(string slug, CancellationToken cancellationToken) => ReadAsync(slug, new(loop.Client), cancellationToken);

    /// <summary>The same, through somebody who notes what was asked of the engine.</summary>
    public async Task<PlayAnswer?> ReadAsync(string slug, SeenStatuses seen, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        if (await bases.ReadAsync(slug, now, cancellationToken) is not { Terms: var terms, Page: var page, Freeze: var freeze } basis
            || await seen.StatusAsync(LoopNames.PlayId(slug), cancellationToken) is not { } instance)
        {
            return null;
        }

        var view = PlayViews.Of(instance);
        var (active, question) = view.Experiment is { } experiment ? await ActiveAsync(experiment, seen, cancellationToken) : (null, null);
        return new()
        {
            ActiveExperiment = active,
            Autonomy = view.Autonomy,
            Backlog = view.Backlog,
            CapsLeft = Domain.Guardrails.CapReadings.Of(slug, page.History, terms.Policy, now),
            ConvergedAt = view.ConvergedAt,
            Day = (int)(now - instance.CreatedAt).TotalDays,
            Definition = basis.Definition,
            Experiments = view.Experiments,
            Freeze = freeze,
            Id = slug,
            IsFrozen = freeze is not null || terms.Policy.IsFrozen,
            IsTracked = view.IsTracked,
            Kpis = view.Kpis,
            LastDecision = await decisions.LastOfAsync(slug, view.LastDecision, active, cancellationToken),
            Name = terms.Play.Name,
            NextTick = view.Status == PlayStatus.Stopped ? null : view.NextTick,
            Policy = terms.PolicyHash,
            Problem = PlayViews.Problem(instance, view.Problem),
            Stage = view.Status,
            Ticks = view.Ticks,
            WaitingOn = await WaitingAsync(view, question, seen, cancellationToken),
        };
    }

    /// <summary>An experiment as the engine has it, with the id of its open question; null when the engine has forgotten it.</summary>
    public Task<(ActiveExperiment? Active, string? Question)> ActiveAsync(string experiment, CancellationToken cancellationToken) =>
        ActiveAsync(experiment, new(loop.Client), cancellationToken);

    private async Task<(ActiveExperiment? Active, string? Question)> ActiveAsync(string experiment, SeenStatuses seen, CancellationToken cancellationToken)
    {
        if (await seen.StatusAsync(LoopNames.ExperimentId(experiment), cancellationToken) is not { } instance)
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
                StopRules = await AheadAsync(state, state.EndDay, cancellationToken),
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
            StopRules = await RulesAsync(start, view, cancellationToken),
            Variable = start.Hypothesis.Variable,
            Weights = view.Weights,
        }, view.WaitingFor);
    }

    private async Task<IReadOnlyList<StopDistance>> RulesAsync(ExperimentState start, ExperimentView view, CancellationToken cancellationToken)
    {
        var ahead = await AheadAsync(start, view.EndDay, cancellationToken);
        if (view.LastLook is not { Decision.Length: > 0 } last || await decisions.DistancesAsync(start.Id, last, cancellationToken) is not { Count: > 0 } distances)
        {
            return ahead;
        }

        // A guardrail that has no figures yet is none that keeps its limit.
        return [.. distances, .. ahead.Where(rule => StopDistances.IsGuardrail(rule.Rule) && !distances.Any(each => each.Rule == rule.Rule))];
    }

    /// <summary>What will be held against it from its first look on: by the definition it was started under and the policy in force.</summary>
    private async Task<IReadOnlyList<StopDistance>> AheadAsync(ExperimentState state, int endDay, CancellationToken cancellationToken)
    {
        var terms = await loop.Terms.SinceAsync(state.Play, state.DefinitionHash, cancellationToken);
        return StopDistances.Ahead(
            terms.Policy.Rules with { RequiredUnits = state.RequiredUnits }, endDay, VariantName,
            [.. terms.Play.Kpis.Where(kpi => kpi.Key != state.Kpi && kpi.Role != KpiRole.Meta).Select(kpi => kpi.Key)], terms.Policy.MaxSecondaryDegradation);
    }

    // A play writes its question as "id (Seat)"; an experiment as the id alone.
    private static async Task<WaitingOn?> WaitingAsync(PlayView view, string? ofExperiment, SeenStatuses seen, CancellationToken cancellationToken)
    {
        foreach (var id in new[] { view.WaitingFor?.Split(' ')[0], ofExperiment?.Split(' ')[0] })
        {
            if (id is not null && await seen.StatusAsync(LoopNames.ApprovalId(id), cancellationToken) is { } instance
                && (instance.Status ?? instance.Input).ReadAs<ApprovalQuestion>("a question", id) is { State: Domain.Approvals.ApprovalState.Pending or Domain.Approvals.ApprovalState.Parked } question)
            {
                return WaitingOn.Of(question);
            }
        }

        return null;
    }
}
