using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Plays;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Experiments;

namespace Optimizer.Workflows.Plays;

/// <summary>Orders to the activities, and what their answers make of the play.</summary>
internal static partial class PlayMoves
{
    public static TickOrder Tick(PlayState state, DateTimeOffset now) => new()
    {
        At = now,
        Autonomy = state.Autonomy,
        AutonomySince = state.AutonomySince,
        Broken = state.Broken,
        Card = state.Card,
        DefinitionHash = state.DefinitionHash,
        Due = state.NextTick,
        IsConverged = state.Status == PlayStatus.Converged,
        IsLive = state.Live is not null,
        Marks = state.Marks,
        MaySignOff = state.SignOff is null && (state.SignOffAfter is not { } after || now >= after),
        Play = state.Play,
        PolicyHash = state.PolicyHash,
        Question = state.Questions + 1,
        Tick = state.Ticks + 1,
        WasTracked = state.IsTracked,
    };

    public static PlayState AfterTick(PlayState state, TickReading reading, DateTimeOffset now)
    {
        var changed = reading.Autonomy != state.Autonomy || state.DefinitionHash.Length == 0;
        var seen = state with
        {
            Autonomy = reading.Autonomy,
            AutonomySince = changed ? now : state.AutonomySince,
            Broken = reading.Broken,
            Card = Missed(state, reading, now) ? reading.Card with { GuardrailMisses = reading.Card.GuardrailMisses + 1 } : reading.Card,
            DefinitionHash = reading.DefinitionHash,
            Diagnoses = [.. state.Diagnoses.Where(at => now - at < TimeSpan.FromDays(7))],
            IsTracked = reading.IsTracked,
            Marks = reading.Marks,
            NextTick = reading.NextTick,
            PolicyHash = reading.PolicyHash,
            Ticks = state.Ticks + 1,
            TrackingFault = reading.TrackingFault,
        };
        seen = seen.Status == PlayStatus.Enrolling ? Move(seen, PlayMove.Enrol) : seen;
        if (seen.Status == PlayStatus.Converged && reading.Reopens is { } why)
        {
            seen = Move(Note(seen, now, "loop", new PlayReopened(why)), PlayMove.Reopen);
            seen = seen with { Concluded = [], ConvergedAt = null };
        }

        // Hypotheses of another definition may name what is not there any more.
        seen = seen.Status == PlayStatus.Monitoring && state.DefinitionHash != reading.DefinitionHash
            ? seen with { Anomaly = null, Backlog = [], BacklogAt = null, BacklogSince = null }
            : seen;
        seen = state.DefinitionHash.Length > 0 && state.DefinitionHash != reading.DefinitionHash ? Dropped(seen, now) : seen;
        seen = reading.Acting.Count > 0 ? Guarded(seen, reading.Acting, now) : Wanted(seen, reading, now);
        return reading.SignOff is { } signOff
            ? seen with { Questions = seen.Questions + 1, SignOff = signOff, SignOffTo = reading.SignOffTo, Step = PlayStep.AskSignOff }
            : seen with { Step = Pending(seen, now) };
    }

    /// <summary>
    /// A guardrail that breaks within a fortnight of an adoption was harmed by what the loop itself let through: the miss that
    /// costs autonomy (C34).
    /// </summary>
    private static bool Missed(PlayState state, TickReading reading, DateTimeOffset now) =>
        reading.Broken.Except(state.Broken).Any()
        && state.Concluded.Any(run => run.End is DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated
            && now - run.EndedAt <= TimeSpan.FromDays(MissDays));

    /// <summary>A broken guardrail of the definition stops the live experiment, and pauses the play when it says so.</summary>
    private static PlayState Guarded(PlayState state, IReadOnlyList<BrokenGuardrail> broken, DateTimeOffset now)
    {
        var why = string.Join("; ", broken.Select(each => each.Why));
        var ending = state.Live is null ? state : state with { Ending = new("guardrail", why) };
        return broken.Any(each => each.Action == GuardrailAction.Pause) && state.Status is not (PlayStatus.Paused or PlayStatus.Review)
            ? Note(Move(Forget(ending), PlayMove.Pause), now, "guardrail", new PlayPaused("guardrail", why))
            : ending;
    }

    /// <summary>What a play that has just been read, or asked for a signature, does next.</summary>
    public static PlayStep Pending(PlayState state, DateTimeOffset now) => state.Status != PlayStatus.Diagnosing
        ? state.Ending is not null || state.Cancelled.Count > 0 ? PlayStep.Record : Written(state)
        : state.Backlog.Count > 0 && (state.BacklogAt is not { } at || now >= at) ? PlayStep.Rule
        : PlayStep.Diagnose;

    public static DiagnoseOrder Diagnose(PlayState state, DateTimeOffset now) => new()
    {
        Anomaly = state.Anomaly!,
        At = now,
        DefinitionHash = state.DefinitionHash,
        Made = state.Hypotheses,
        Play = state.Play,
        PolicyHash = state.PolicyHash,
        Tried = state.Tried,
    };

    public static PlayState AfterDiagnosis(PlayState state, DiagnoseAnswer answer, DateTimeOffset now)
    {
        var made = state with
        {
            Backlog = answer.Hypotheses,
            BacklogAt = null,
            BacklogSince = now,
            Diagnoses = [.. state.Diagnoses, now],

            // A failed diagnosis uses up a number too: its key must not be taken again.
            Hypotheses = state.Hypotheses + Math.Max(1, answer.Hypotheses.Count),
        };
        return Next(made, now);
    }

    public static StartOrder Start(PlayState state, DateTimeOffset now) => new()
    {
        At = now,
        Autonomy = state.Autonomy,
        Cause = state.Anomaly!.Id,
        DefinitionHash = state.DefinitionHash,
        Experiment = $"{state.Play}-{state.Experiments + 1}",
        Granted = state.Granted,
        Hypothesis = state.Backlog[0],
        IsTracked = state.IsTracked,
        Kpi = state.Anomaly.Kpi,
        Play = state.Play,
        Question = state.Questions + 1,
        ReviewedAt = state.ReviewedAt,
        TrackingFault = state.TrackingFault,
    };

    public static PlayState AfterRuling(PlayState state, StartAnswer answer, DateTimeOffset now)
    {
        var asked = state with { Granted = null, Questions = state.Questions + 1 };
        if (answer.Starts)
        {
            var experiment = $"{state.Play}-{state.Experiments + 1}";
            return Move(asked, PlayMove.Start) with
            {
                Backlog = [.. state.Backlog.Skip(1)],
                Experiments = state.Experiments + 1,
                Live = new(experiment, state.Backlog[0], now),
                LiveSite = answer.Site,
                Step = PlayStep.Launch,
            };
        }

        var code = answer.Ruling.Code;
        if (answer.Ruling.Kind == RulingKind.Ask)
        {
            return Move(asked, PlayMove.Ask) with { Asked = answer.Request, Step = PlayStep.Ask };
        }

        if (OfCaps.Contains(code))
        {
            return Move(asked, PlayMove.Deny) with { BacklogAt = answer.Ruling.RetryAt, Step = Written(asked) };
        }

        if (code is "autonomy_shadow" or "autonomy_advisory")
        {
            // Said already as what it would have done; nobody rejected anything.
            return Next(asked with { Backlog = [] }, now);
        }

        var rejected = Note(asked, now, "policy", new HypothesisRejected(
            state.Backlog[0].Id, state.Backlog[0].Rank, "policy", code, answer.Ruling.Reasons[0]));
        if (code == "strategic_review")
        {
            return Move(rejected, PlayMove.Deny) with { Backlog = [], BacklogSince = null, Step = PlayStep.Record };
        }

        // What no rule of one hypothesis refuses would refuse the others too.
        var rest = OfHypothesis.Contains(code) ? state.Backlog.Skip(1).ToList() : [];
        return Next(rejected with { Backlog = rest }, now);
    }

    public static ExperimentState Launch(PlayState state) => new()
    {
        Autonomy = state.Autonomy,
        Cause = state.Anomaly!.Id,
        DefinitionHash = state.DefinitionHash,
        Hypothesis = state.Live!.Hypothesis,
        Id = state.Live.Id,
        Kpi = state.Anomaly.Kpi,
        Play = state.Play,
        Site = state.LiveSite!,
        StartedAt = state.Live.StartedAt,
    };

    public static ConcludeOrder Conclude(PlayState state, DateTimeOffset now) => new()
    {
        At = now,
        Autonomy = state.Autonomy,
        AutonomySince = state.AutonomySince,
        Card = state.Card,
        Cause = state.Anomaly?.Id ?? state.Ended!.Experiment,
        Concluded = state.Concluded,
        Ended = state.Ended!,
        Marks = state.Marks,
        Play = state.Play,
        ReviewedAt = state.ReviewedAt,
    };

    public static PlayState AfterConclusion(PlayState state, ConcludeAnswer answer, DateTimeOffset now)
    {
        var ended = state.Ended!;
        var over = state with
        {
            Autonomy = answer.Autonomy,
            AutonomySince = answer.Autonomy == state.Autonomy ? state.AutonomySince : now,
            Card = answer.Autonomy == state.Autonomy ? state.Card : new(),
            Ended = null,
            Live = null,
            LiveSite = null,
            Step = PlayStep.Wait,
        };
        if (state.Status != PlayStatus.Evaluating)
        {
            return over with { Anomaly = null, Backlog = [] };
        }

        if (answer.Failed)
        {
            return Move(over, PlayMove.Review) with { Anomaly = null, Backlog = [] };
        }

        if (answer.Converged)
        {
            return Move(over, PlayMove.Converge) with { Anomaly = null, Backlog = [], ConvergedAt = now };
        }

        // An iteration builds on what was just seen (S0-042): the rest of the backlog was made before that.
        return ended.End == DecisionKind.Iterate
            ? Move(over, PlayMove.Iterate) with { Anomaly = new(ended.Experiment, state.Anomaly!.Kpi, null, null), Backlog = [], Step = PlayStep.Diagnose }
            : Move(over, PlayMove.Rest) with { Anomaly = null, Backlog = [] };
    }

    private static PlayState Wanted(PlayState state, TickReading reading, DateTimeOffset now)
    {
        if (state.Status != PlayStatus.Monitoring)
        {
            return state;
        }

        if (state.BacklogSince is { } since && now - since > TimeSpan.FromDays(StaleBacklogDays))
        {
            state = state with { Anomaly = null, Backlog = [], BacklogAt = null, BacklogSince = null };
        }

        if (state.Backlog.Count > 0)
        {
            return state.BacklogAt is { } at && now < at ? state : Move(state, PlayMove.Diagnose);
        }

        if (state.Proposed.Count > 0 && state.IsTracked)
        {
            return Turn(state, now);
        }

        var facts = reading.Anomaly ?? (reading.IsProactive && state.Marks.Count > 0
            ? new AnomalyFacts($"{state.Play}/proactive/{now:yyyy-MM-dd}", state.Marks.Keys.Order(StringComparer.Ordinal).First(), null, null)
            : null);
        return facts is null || !state.IsTracked || state.Diagnoses.Count >= reading.MaxDiagnosesPerWeek
            ? state
            : Move(state, PlayMove.Diagnose) with { Anomaly = facts };
    }
}
