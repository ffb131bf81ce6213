using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Approvals;

namespace Optimizer.Workflows.Plays;

/// <summary>What a play makes of what it hears and sees; every move is one of <see cref="PlayTransitions"/>. Pure.</summary>
internal static partial class PlayMoves
{
    private const int StaleBacklogDays = 30;
    private const int SignOffPauseDays = 7;
    private const int MissDays = 14;

    /// <summary>Rulings that concern one hypothesis: the next one of the backlog may pass.</summary>
    private static readonly string[] OfHypothesis = ["cooldown", "blocked_fingerprint", "not_implementable", "budget_increase_limit"];

    /// <summary>Rulings that time or another play's end will lift: the backlog is kept.</summary>
    private static readonly string[] OfCaps =
        ["play_active_limit", "page_active_limit", "site_active_limit", "daily_cap", "monthly_cap", "frozen", "untracked_kpi", "insufficient_baseline"];

    public static PlayState Move(PlayState state, PlayMove move) => PlayTransitions.Next(state.Status, move) is { } to
        ? state with { Status = to }
        : throw new InvalidOperationException($"a play that is {state.Status} cannot {move}");

    public static PlayView View(PlayState state) => new()
    {
        Autonomy = state.Autonomy,
        Backlog = state.Backlog.Count + state.Proposed.Count,
        ConvergedAt = state.ConvergedAt,
        Experiment = state.Live?.Id,
        Experiments = state.Experiments,
        IsTracked = state.IsTracked,
        Kpis = [.. state.Marks.OrderBy(mark => mark.Key, StringComparer.Ordinal).Select(mark => new KpiStand(mark.Key, mark.Value.Class, mark.Value.Recent, mark.Value.Change))],
        LastDecision = state.Concluded is [.., var last] ? $"{last.Experiment} {last.End}" : null,
        NextTick = state.NextTick,
        Play = state.Play,
        Problem = state.Problem,
        Status = state.Status,
        Ticks = state.Ticks,
        WaitingFor = state.Asked is { } asked ? $"{asked.Id} ({asked.Seat})" : state.SignOff is { } sign ? $"{sign.Id} ({sign.Seat})" : null,
    };

    /// <summary>A step could not be taken: nothing has moved.</summary>
    public static PlayState Parked(PlayState state, Failure failure, DateTimeOffset now, DateTimeOffset retry) => state with
    {
        Failures = state.Failures + 1,
        Problem = $"{state.Step}: {failure.Message} (tried again at {retry:yyyy-MM-dd HH:mm} UTC)",
        RetryAt = retry,
        Unwritten = state.Failures > 0 ? state.Unwritten : [.. state.Unwritten, Entry(state, now, "loop", new PlayParked(state.Step.ToString(), failure.Message))],
    };

    /// <summary>A step was taken that had failed before; nothing to say when it had not.</summary>
    public static PlayState Recovered(PlayState state, int failures, PlayStep step, DateTimeOffset now) => failures == 0 ? state : state with
    {
        Step = state.Step == PlayStep.Wait ? PlayStep.Record : state.Step,
        Unwritten = [.. state.Unwritten, Entry(state, now, "loop", new PlayRecovered(step.ToString(), failures))],
    };

    /// <summary>What news makes of a play that waits.</summary>
    public static PlayState Hear(PlayState state, PlayNews news, DateTimeOffset now) => news switch
    {
        { Command: { } command } => Obey(state, command, now),
        { Approval: { } approval } when approval.Id == state.SignOff?.Id => Signed(state, approval, now),
        { Approval: { } approval } when approval.Id == state.Asked?.Id => Answered(state, approval, now),

        // The answer to a question that is not open any more.
        { Approval: not null } => state,
        { Experiment: { } ended } when ended.Experiment == state.Live?.Id => Ended(state, ended),
        { Experiment: not null } => state,
        { Proposed: { } proposed } => Take(state, proposed, now),
        _ => throw new InvalidOperationException($"news that say nothing reached {state.Play}"),
    };

    private static PlayState Obey(PlayState state, PlayCommand command, DateTimeOffset now)
    {
        switch (command.Kind)
        {
            case PlayCommandKind.Tick:
                return state with { Step = PlayStep.Tick };
            case PlayCommandKind.Wake:
                return state;
            case PlayCommandKind.Pause when state.Status is PlayStatus.Paused or PlayStatus.Stopped:
                return state;
            case PlayCommandKind.Pause:
                return Note(Move(Forget(state), PlayMove.Pause), now, command.By, new PlayPaused("operator", command.Why));
            case PlayCommandKind.Resume when state.Status is PlayStatus.Paused or PlayStatus.Review:
                var resumed = Note(state, now, command.By, new PlayResumed(command.By)) with { ReviewedAt = now };
                return Move(resumed, state.Live is null ? PlayMove.Resume : PlayMove.Start);
            case PlayCommandKind.Resume:
                return state;
            case PlayCommandKind.Stop when state.Status == PlayStatus.Stopped:
                return state;
            case PlayCommandKind.Stop:
                return Note(Move(Close(state, command), PlayMove.Stop), now, command.By, new PlayStopped(command.By, command.Why));
            default:
                throw new InvalidOperationException($"unknown command to a play: {command.Kind}");
        }
    }

    /// <summary>What is open is let go: whoever resumes begins with what is true then.</summary>
    private static PlayState Forget(PlayState state) => state with
    {
        Anomaly = state.Live is null ? null : state.Anomaly,
        Asked = null,
        Backlog = [],
        BacklogAt = null,
        BacklogSince = null,
        Cancelled = state.Asked is { } asked ? [.. state.Cancelled, asked.Id] : state.Cancelled,
        Granted = null,
    };

    /// <summary>A play that is over leaves nothing behind: no open question, and no experiment that nobody looks after.</summary>
    private static PlayState Close(PlayState state, PlayCommand command)
    {
        var closed = Forget(state);
        return closed with
        {
            Cancelled = state.SignOff is { } sign ? [.. closed.Cancelled, sign.Id] : closed.Cancelled,
            Ending = state.Live is null ? null : new(command.By, command.Why),
            SignOff = null,
            SignOffTo = null,
        };
    }

    private static PlayState Signed(PlayState state, ApprovalEnd approval, DateTimeOffset now)
    {
        var open = state with { SignOff = null, SignOffTo = null };
        return approval.State == ApprovalState.Approved && state.SignOffTo is { } to
            ? Note(open with { Autonomy = to, AutonomySince = now, Card = new() }, now, approval.By, new AutonomyChanged(state.Autonomy, to, approval.By, state.SignOff!.Reasons))
            : open with { SignOffAfter = now.AddDays(SignOffPauseDays) };
    }

    private static PlayState Answered(PlayState state, ApprovalEnd approval, DateTimeOffset now)
    {
        var approved = approval.State == ApprovalState.Approved;
        var counted = state with
        {
            Asked = null,
            Card = state.Card with
            {
                Approved = state.Card.Approved + (approved ? 1 : 0),
                Rejected = state.Card.Rejected + (approval.State == ApprovalState.Rejected ? 1 : 0),
            },
        };
        if (approved)
        {
            return Move(counted, PlayMove.Diagnose) with { Granted = approval, Step = PlayStep.Rule };
        }

        var why = approval.Comment ?? approval.State.ToString();
        var refused = Note(counted, now, approval.By, new HypothesisRejected(state.Backlog[0].Id, state.Backlog[0].Rank, approval.By, $"approval_{approval.State.ToString().ToLowerInvariant()}", why));
        return Next(refused with { Backlog = [.. state.Backlog.Skip(1)] }, now);
    }

    private static PlayState Ended(PlayState state, Experiments.ExperimentEnd ended)
    {
        var over = state with
        {
            Card = state.Card with
            {
                Approved = state.Card.Approved + ended.Approved,
                Rejected = state.Card.Rejected + ended.Rejected,
                Reverts = ended.End == Domain.Decisions.DecisionKind.Revert ? [.. state.Card.Reverts.TakeLast(3), ended.EndedAt] : state.Card.Reverts,
            },
            Concluded = [.. state.Concluded.TakeLast(PlayState.ConcludedKept - 1), new(ended.Experiment, ended.End, ended.Booked, ended.DetectableLift, ended.EndedAt)],
            Ended = ended,
            Step = PlayStep.Conclude,
            Tried = [.. state.Tried.TakeLast(PlayState.TriedKept - 1), new(ended.Experiment, ended.Hypothesis, ended.End, ended.Gain, ended.EndedAt)],
        };

        // A paused play stays paused; what follows from the experiment is worked out all the same.
        return state.Status == PlayStatus.Experimenting ? Move(over, PlayMove.End) : over;
    }

    /// <summary>The next hypothesis of the backlog, or back to monitoring.</summary>
    private static PlayState Next(PlayState state, DateTimeOffset now)
    {
        if (state.Backlog.Count == 0)
        {
            return Move(state, PlayMove.Deny) with { Anomaly = null, BacklogAt = null, BacklogSince = null, Granted = null, Step = Written(state) };
        }

        var ruling = state.Status == PlayStatus.Waiting ? Move(state, PlayMove.Diagnose) : state;
        return ruling with { BacklogSince = state.BacklogSince ?? now, Granted = null, Step = PlayStep.Rule };
    }

    private static PlayStep Written(PlayState state) => state.Unwritten.Count > 0 ? PlayStep.Record : PlayStep.Wait;

    private static PlayState Note(PlayState state, DateTimeOffset now, string actor, AuditEvent happened) => state with
    {
        Step = PlayStep.Record,
        Unwritten = [.. state.Unwritten, Entry(state, now, actor, happened)],
    };

    private static AuditEntry Entry(PlayState state, DateTimeOffset now, string actor, AuditEvent happened) => new()
    {
        Actor = actor,
        At = now,
        Cause = state.Anomaly?.Id ?? state.Play,
        Event = happened,
        Experiment = state.Live?.Id,
        Play = state.Play,
    };
}
