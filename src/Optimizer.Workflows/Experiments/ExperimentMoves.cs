using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Plays;

namespace Optimizer.Workflows.Experiments;

/// <summary>What an experiment makes of what it hears and sees. Pure.</summary>
internal static class ExperimentMoves
{
    private const double Even = 0.5;
    private const double HoldbackShare = 0.1;

    public static ExperimentView View(ExperimentState state) => new()
    {
        EndDay = state.EndDay,
        Experiment = state.Id,
        Hypothesis = state.Hypothesis.Change,
        LastLook = state.LastLook,
        NextLook = state.Before is null ? null : state.NextLook,
        Phase = state.Phase,
        Play = state.Play,
        Problem = state.Problem,
        Settlement = state.Settle,
        StartedAt = state.StartedAt,
        WaitingFor = state.Asked?.Id,
        Weights = state.Weights,
    };

    /// <summary>What is to be done now; null to wait for the next watch, look or news.</summary>
    public static ExperimentStep? NextStep(ExperimentState state, DateTimeOffset now) => state switch
    {
        // Also when it was stopped before: what half of a preparation did is then known, and can be undone.
        { Before: null } => ExperimentStep.Prepare,
        { Settle: not null, Asked: not null, IsAsked: true } => ExperimentStep.Cancel,
        { Settle: not null } => ExperimentStep.Settle,
        { NextWeights: not null } => ExperimentStep.Shift,
        { Decided: not null, Asked: null } => ExperimentStep.Rule,
        { Asked: not null, IsAsked: false } => ExperimentStep.Ask,
        { Granted: not null } => ExperimentStep.Rule,
        _ when now >= state.NextLook => ExperimentStep.Look,
        _ when now >= state.NextWatch => ExperimentStep.Watch,
        _ => null,
    };

    public static ExperimentState Hear(ExperimentState state, ExperimentNews news) => news switch
    {
        { Stop: { } stop } when state.Settle is null => state with
        {
            RetryAt = null,
            Settle = new(DecisionKind.Iterate, false, [$"Stopped by {stop.By}: {stop.Why}"]),
        },
        { Stop: not null } => state,
        { Approval: { } answer } when answer.Id == state.Asked?.Id => Answered(state, answer),

        // The answer to a question that is not open any more.
        { Approval: not null } => state,
        _ => throw new InvalidOperationException($"news that say nothing reached {state.Id}"),
    };

    public static ExperimentState Prepared(ExperimentState state, Preparation found) => state with
    {
        Before = found.Before,
        EndDay = found.EndDay,
        NextLook = found.FirstLook,
        NextWatch = state.StartedAt.AddMinutes(found.WatchMinutes),
        NextWeights = [Even, Even],
        Phase = ExperimentPhase.Running,
        PolicyHash = found.Policy,
        RequiredUnits = found.RequiredUnits,
        WatchMinutes = found.WatchMinutes,
    };

    public static ExperimentState Shifted(ExperimentState state) => state with
    {
        NextWeights = null,
        Shifts = state.Shifts + 1,
        Weights = state.NextWeights!,
    };

    public static WatchOrder Watch(ExperimentState state, DateTimeOffset now) =>
        new(state.Id, state.Play, state.Cause, state.StartedAt, now, state.PolicyHash, state.DefinitionHash);

    public static ExperimentState Watched(ExperimentState state, SafetyReading reading, DateTimeOffset now)
    {
        var next = state with { NextWatch = Later(state.NextWatch, TimeSpan.FromMinutes(state.WatchMinutes), now) };
        return reading switch
        {
            { Rule: null } => next,
            { Stops: true } => next with { Settle = new(DecisionKind.Revert, true, [reading.Why]) },
            _ => Throttled(next),
        };
    }

    public static ExperimentState Looked(ExperimentState state, LookReading look, DateTimeOffset now)
    {
        var next = state with
        {
            LastLook = look,
            NextLook = look.NextLook,
            NextWatch = state.NextWatch < now ? now : state.NextWatch,
            PolicyHash = look.Policy,
        };
        if (look.Decision.Length == 0)
        {
            return look.Elapsed >= look.LastDay
                ? next with { Settle = new(DecisionKind.Iterate, false, [$"Given up after {look.Elapsed} days on which nobody met it."]) }
                : next;
        }

        next = next with { Extensions = look.Extensions, EndDay = look.EndDay };
        switch (look.Kind)
        {
            case DecisionKind.Halt:
                return next with { Settle = new(DecisionKind.Halt, false, look.Reasons) };
            case DecisionKind.Revert:
                return next with { Settle = new(DecisionKind.Revert, true, look.Reasons) };
            case var _ when state.Phase == ExperimentPhase.Asking && look.Elapsed >= look.LastDay + look.PeriodDays:
                return next with
                {
                    Settle = new(DecisionKind.Iterate, false, [$"Nobody answered whether to adopt it by day {look.Elapsed}: control stays.", .. look.Reasons]),
                };
            case DecisionKind.AdoptProven or DecisionKind.AdoptStated:
                return state.Phase == ExperimentPhase.Asking ? next : next with { Decided = look };
            case DecisionKind.AdoptProvisional when state.Phase == ExperimentPhase.Running:
                return next with { Decided = look };
            case DecisionKind.AdoptProvisional or DecisionKind.Iterate or DecisionKind.Extend when state.HoldbackDay is { } began:
                return HeldBack(next, look, began);
            case DecisionKind.Iterate:
                return state.Phase == ExperimentPhase.Asking ? next : next with { Settle = new(DecisionKind.Iterate, true, look.Reasons) };
            case DecisionKind.Extend when (look.Day >= look.LastDay || look.Elapsed >= look.LastDay + look.PeriodDays) && state.Phase == ExperimentPhase.Running:
                return next with
                {
                    Settle = new(DecisionKind.Iterate, false, [$"Day {look.Day}: given up without the units that a decision needs.", .. look.Reasons]),
                };
            case DecisionKind.Extend or DecisionKind.AdoptProvisional:
                return look.Throttle is not null ? Throttled(next) : Reweighted(next, look);
            default:
                throw new InvalidOperationException($"unknown kind of decision: {look.Kind}");
        }
    }

    public static ExperimentState Ruled(ExperimentState state, AdoptionAnswer answer)
    {
        var ruled = state with { Questions = state.Questions + 1 };
        var decided = state.Decided!;
        if (answer.Adopts)
        {
            var carried = ruled with { Asked = null, Decided = null, Granted = null, IsAsked = false };
            return decided.Kind == DecisionKind.AdoptProvisional
                ? carried with { HoldbackDay = decided.Day, NextWeights = [HoldbackShare, 1 - HoldbackShare], Phase = ExperimentPhase.Holdback }
                : carried with { Settle = new(decided.Kind, true, decided.Reasons) };
        }

        // Refused for now: the experiment goes on, and the next look asks again.
        return answer.Request is { } request
            ? ruled with { Asked = request, Granted = null, IsAsked = false, Phase = ExperimentPhase.Asking }
            : ruled with { Asked = null, Decided = null, Granted = null, IsAsked = false };
    }

    public static ExperimentState Parked(ExperimentState state, ExperimentStep step, Failure failure, DateTimeOffset retry) => state with
    {
        Failures = state.Failures + 1,
        Problem = $"{step}: {failure.Message} (tried again at {retry:yyyy-MM-dd HH:mm} UTC)",
        RetryAt = retry,
    };

    public static RecordOrder Recovered(ExperimentState state, ExperimentStep step, DateTimeOffset now) => new(
        $"{state.Id}/recovered-{now:yyyyMMddHHmmss}",
        [
            new()
            {
                Actor = "loop",
                At = now,
                Cause = state.Cause,
                Event = new PlayRecovered($"{step} of {state.Id}", state.Failures),
                Experiment = state.Id,
                Play = state.Play,
            },
        ],
        state.IsStuckTold ? Operations.Stuck.GoesOn(state) : null);

    private static ExperimentState Answered(ExperimentState state, Approvals.ApprovalEnd answer) => answer.State == ApprovalState.Approved
        ? state with { Approved = state.Approved + 1, Granted = answer, Phase = state.HoldbackDay is null ? ExperimentPhase.Running : ExperimentPhase.Holdback }
        : state with
        {
            Asked = null,
            Decided = null,
            IsAsked = false,
            Rejected = state.Rejected + (answer.State == ApprovalState.Rejected ? 1 : 0),
            Settle = new(DecisionKind.Iterate, false, [$"{answer.By} said no to adopting it: {answer.Comment ?? answer.State.ToString()}"]),
        };

    /// <summary>Given up when it does not hold, adopted without booking when its time is over and it still does.</summary>
    private static ExperimentState HeldBack(ExperimentState state, LookReading look, int began)
    {
        var isOver = look.Day >= began + look.PeriodDays;
        return (look.Kind, isOver) switch
        {
            (DecisionKind.AdoptProvisional, true) => state with { Settle = new(DecisionKind.AdoptProvisional, true, look.Reasons) },
            (_, true) => state with { Settle = new(DecisionKind.Iterate, true, look.Reasons) },
            _ => state,
        };
    }

    private static ExperimentState Throttled(ExperimentState state) => state.Weights[1] <= HoldbackShare
        ? state
        : state with { NextWeights = [1 - HoldbackShare, HoldbackShare] };

    // A variant that was throttled and is not losing any more gets its half back: on a tenth of the traffic nothing would ever be decided.
    private static ExperimentState Reweighted(ExperimentState state, LookReading look) =>
        state.Phase != ExperimentPhase.Running ? state
            : look.Weights is { } weights ? weights.SequenceEqual(state.Weights) ? state : state with { NextWeights = weights }
            : state.Weights[1] < Even ? state with { NextWeights = [Even, Even] } : state;

    // After an outage the missed watches are taken once, not one by one.
    private static DateTimeOffset Later(DateTimeOffset due, TimeSpan every, DateTimeOffset now) => due + every > now ? due + every : now + every;
}
