using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Workflows.Evidence;
using Optimizer.Workflows.Ports;
using static Optimizer.Domain.Words;

namespace Optimizer.Workflows.Answers;

/// <summary>Tells one record: what was done, on what numbers, by which rule, what led to it and what followed.</summary>
internal sealed class Story(IAuditTrail trail, TimeZoneInfo zone)
{
    private const int MostReasons = 6;
    private const int MostSteps = 4;

    private static readonly TimeSpan Before = TimeSpan.FromDays(120);
    private static readonly TimeSpan After = TimeSpan.FromDays(30);

    // What is told as a step; looks and readings are told by the decision that they led to.
    private static readonly string[] Steps =
    [
        "anomaly.found", "approval.answered", "approval.asked", "approval.ended", "change.adopted", "effect.failed", "experiment.ended", "experiment.started", "guardrail.broken",
        "hypothesis.accepted", "hypothesis.rejected", "play.converged", "play.paused", "play.stopped", "ruling.given", "safety.tripped",
    ];

    public async Task TellAsync(AnswerDraft draft, AuditRecord record, CancellationToken cancellationToken)
    {
        draft.Fact(Headline(record), record);
        var decision = await DecisionAsync(record, cancellationToken);
        if (record.Entry.Event is ExperimentEnded { Gain: not null } ended)
        {
            draft.Fact(Gain(ended), record);
        }

        Reasons(draft, decision ?? record);
        if (decision is { Entry.Event: DecisionMade { Record: var made } })
        {
            Evidence(draft, decision, made);
        }

        await AroundAsync(draft, record, cancellationToken);
    }

    /// <summary>What was done, when, and by whom where it was a person.</summary>
    public string Headline(AuditRecord record)
    {
        var entry = record.Entry;
        var (at, play) = (Says.When(entry.At, zone), Says.Name(entry.Play));
        return entry.Event switch
        {
            ExperimentEnded e => $"Experiment {Says.Name(entry.Experiment ?? "-")} of {play} ended on {at}: {DecisionWords.End(e.End)}.",
            DecisionMade { Record: var made } => $"On {at}, day {Count(made.Evidence.Days.Count)} of experiment {Says.Name(made.Experiment)} of {play}, the decision was {made.Decision.Code}: {DecisionWords.Action(made.Decision.Kind, made.Decision.Variant)}.",
            ExperimentStarted e => $"Experiment {Says.Name(entry.Experiment ?? "-")} of {play} on {Says.Name(e.Hypothesis.Variable)} began on {at} for {Days(e.ExpectedDays)}: {Says.Quote(e.Hypothesis.Change)}",
            PlayPaused e => $"{play} was paused on {at} by {Says.Name(entry.Actor)} ({Says.Name(e.Code)}): {Says.Quote(e.Why)}",
            PlayStopped e => $"{play} was stopped on {at} by {Says.Name(e.By)}: {Says.Quote(e.Why)}",
            PlayResumed e => $"{play} was resumed on {at} by {Says.Name(e.By)}.",
            RulingGiven e => $"On {at} policy {Says.Name(e.Policy.Replace('/', '.'))} was asked for {play} to {Says.Clean(AuditWords.Action(e))}: {AuditWords.Answer(e)}.",
            AnomalyFound e => $"On {at} {Says.Name(e.Kpi)} of {play} asked for action: {e.Class.ToString().ToLowerInvariant()}, {Change(e.Change)}.",
            AutonomyChanged e => $"{Says.Name(e.By)} changed the autonomy of {play} on {at} from {e.From.ToString().ToLowerInvariant()} to {e.To.ToString().ToLowerInvariant()}.",
            OrderGiven e => $"On {at} {Says.Name(entry.Actor)} gave the order {Says.Name(e.Order)}{(entry.Play == "-" ? "" : $" for {play}")}{(e.Detail.Length > 0 ? $": {Says.Quote(e.Detail)}" : ".")}",
            LoopFrozen or LoopUnfrozen => $"On {at}, by {Says.Name(entry.Actor)}: {Quoted.Words(entry.Event)}",
            _ => $"On {at}, {(entry.Play == "-" ? "all plays" : play)}{(entry.Experiment is { } experiment ? $", experiment {Says.Name(experiment)}" : "")}: {Quoted.Words(entry.Event)}",
        };
    }

    private static void Reasons(AnswerDraft draft, AuditRecord record)
    {
        IReadOnlyList<string> reasons = record.Entry.Event switch
        {
            DecisionMade made => made.Record.Decision.Reasons,
            ExperimentEnded ended => ended.Reasons,
            RulingGiven ruling => ruling.Answer.Reasons,
            AnomalyFound anomaly => anomaly.Reasons,
            ApprovalAsked asked => asked.Request.Reasons,
            AutonomyChanged changed => changed.Reasons,
            HypothesesProposed proposed => [.. proposed.Hypotheses.Select(claim => $"{claim.Rank}. {claim.Change}: {claim.Rationale} (expected {Change(claim.ExpectedImpact)})")],
            ExperimentStarted started => [started.Hypothesis.Rationale, started.SuccessCriteria, .. started.Warnings],
            _ => [],
        };
        if (reasons.Count == 0)
        {
            return;
        }

        draft.Fact(record.Entry.Event is DecisionMade { Record: var made1 } ? $"Why {made1.Decision.Code}:" : "Why:", record);
        foreach (var reason in reasons.Take(MostReasons))
        {
            draft.Item(Says.Quote(reason), record);
        }
    }

    private static string Gain(ExperimentEnded ended)
    {
        var interval = ended is { Lowest: { } lowest, Highest: { } highest } ? $", always-valid interval {Change(lowest)} to {Change(highest)}" : "";
        return $"Gain {Change(ended.Gain)}{interval}, {(ended.Booked is > 0 and var booked ? $"{Change(booked)} booked" : "nothing booked")}, {Count(ended.Units)} units.";
    }

    private static void Evidence(AnswerDraft draft, AuditRecord record, DecisionRecord made)
    {
        foreach (var line in LookLine.Of(made))
        {
            draft.Fact(
                $"Evidence on day {Count(line.Day)}: {Says.Name(line.Variant)} {Mean(made, line.VariantMean)} of {Count(line.VariantUnits)} units, control {Mean(made, line.ControlMean)} of {Count(line.ControlUnits)}, gain {Change(line.Gain)}"
                + (line.Chance is { } chance ? $", chance to be better {Chance(chance)}." : "."), record);
        }

        var rules = made.Rules;
        draft.Fact(
            $"Rule: policy {Says.Name(made.Policy.Replace('/', '.'))}; proven from {Count(rules.ProvenOdds)} to 1, harm from {Count(rules.HarmOdds)} to 1, never before {Days(rules.MinimumDays)} and {Count(rules.MinimumUnits)} units a group; planned end {Days(rules.EndDay)}.", record);
    }

    private static string Mean(DecisionRecord record, double? mean) =>
        mean is not { } known ? "not known" : record.Evidence.IsConversion ? Percent(known) : Amount(known);

    private async Task<AuditRecord?> DecisionAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        if (record.Entry is not { Event: ExperimentEnded { Decision: { Length: > 0 } decision }, Experiment: { } experiment })
        {
            return record.Entry.Event is DecisionMade ? record : null;
        }

        var found = await EvidenceSearch.FindWithinAsync(trail, new() { Experiment = experiment, Kinds = ["decision.made"], Play = record.Entry.Play }, decision, cancellationToken);
        return found?.Entry.Event is DecisionMade ? found : null;
    }

    private async Task AroundAsync(AnswerDraft draft, AuditRecord record, CancellationToken cancellationToken)
    {
        var at = record.Entry.At;
        var around = await trail.ReadAsync(new() { Kinds = Steps, Play = record.Entry.Play, Since = at - Before, Until = at + After }, cancellationToken).ToListAsync(cancellationToken);
        var told = Explanation.Of(record, around);
        Tell(draft, "What led to it:", [.. told.Before.Where(each => IsStep(each, record)).TakeLast(MostSteps)]);
        Tell(draft, "What followed:", [.. told.After.Where(each => IsStep(each, record)).Take(MostSteps)]);
    }

    // The same thing in two records is told once: that a question ended says what its answers said.
    private static bool IsStep(AuditRecord step, AuditRecord focus) => step.Entry.Event switch
    {
        ApprovalEnded ended => ended.State is not (ApprovalState.Approved or ApprovalState.Rejected) || focus.Entry.Event is ApprovalAsked,
        ApprovalAsked asked => focus.Entry.Event is ApprovalAnswered or ApprovalEnded || asked.Request.Action is Domain.Policies.ActionKind.RaiseAutonomy,
        RulingGiven => focus.Entry.Event is not RulingGiven,
        _ => true,
    };

    private void Tell(AnswerDraft draft, string title, IReadOnlyList<AuditRecord> steps)
    {
        if (steps.Count > 0)
        {
            draft.Say(title);
            foreach (var step in steps)
            {
                draft.Item(Headline(step), step);
            }
        }
    }
}
