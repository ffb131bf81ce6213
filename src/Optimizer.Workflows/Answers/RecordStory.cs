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
internal sealed class RecordStory(IAuditTrail trail, TimeZoneInfo zone)
{
    private const int MostReasons = 6;
    private const int MostSteps = 5;

    private static readonly TimeSpan Before = TimeSpan.FromDays(120);
    private static readonly TimeSpan After = TimeSpan.FromDays(30);

    // What is told as a step; looks and readings are told by the decision that they led to.
    private static readonly string[] Steps =
    [
        "anomaly.found", "approval.answered", "approval.asked", "approval.ended", "change.adopted", "effect.failed", "experiment.ended", "experiment.started", "guardrail.broken",
        "hypothesis.accepted", "hypothesis.rejected", "play.converged", "play.paused", "play.stopped", "ruling.given", "safety.tripped",
    ];

    /// <summary>Tells a record as far as the question goes: when and by whom is one sentence, why is a story.</summary>
    public async Task TellAsync(AnswerDraft draft, AuditRecord record, QuestionForm form, CancellationToken cancellationToken)
    {
        draft.Fact($"{(form == QuestionForm.Whether ? "Yes: " : "")}{Headline(record)}", record);
        if (form == QuestionForm.When)
        {
            return;
        }

        var (before, after) = await AroundAsync(record, cancellationToken);
        if (form == QuestionForm.Who)
        {
            Tell(draft, "Who was asked and answered:", [.. before.Where(step => step.Entry.Event is ApprovalAnswered or HypothesisAccepted)]);
            return;
        }

        var decision = await DecisionAsync(record, cancellationToken);
        if (record.Entry.Event is ExperimentEnded { Gain: not null } ended)
        {
            draft.Fact(Gain(ended), record);
        }

        // What a stop rule ended between two looks was not decided by the look before.
        var isDecided = decision?.Entry.Event is DecisionMade { Record.Decision.Kind: var kind } && (record.Entry.Event is not ExperimentEnded { End: var end } || end == kind);
        Reasons(draft, isDecided ? decision! : record);
        if (decision is { Entry.Event: DecisionMade { Record: var made } })
        {
            Evidence(draft, decision, made);
        }

        Tell(draft, "What led to it:", before.Count > MostSteps ? [before[0], .. before.TakeLast(MostSteps - 1)] : before);
        Tell(draft, "What followed:", [.. after.Take(MostSteps)]);
    }

    /// <summary>What was done, when, and by whom where it was a person.</summary>
    public string Headline(AuditRecord record)
    {
        var entry = record.Entry;
        var (at, play) = (Says.When(entry.At, zone), Says.Name(entry.Play));
        var experiment = entry.Experiment is { } of ? $"experiment {Says.Name(of)} of {play}" : play;
        return entry.Event switch
        {
            AnomalyFound e => $"{Says.Name(e.Kpi)} of {play} asked for action on {at}: {e.Class.ToString().ToLowerInvariant()}, {Change(e.Change)}.",
            ApprovalAnswered e => $"{Says.Name(e.Answer.By)}{(e.Answer.For is { } other ? $" for {Says.Name(other)}" : "")} ({SeatWords.Of(e.Answer.Seat)}, {Says.Name(e.Answer.Channel)}) said {(e.Answer.Approve ? "yes" : "no")} to {Says.Name(e.Approval)} of {play} on {at}{Comment(e.Answer.Comment)}{(e.Counts ? "." : $"; it does not count: {Says.Quote(e.Why)}")}",
            ApprovalAsked e => $"The {SeatWords.Of(e.Request.Seat)} was asked {Says.Name(e.Request.Id)} about {play} on {at}: {Says.Quote(e.Request.Title)}",
            ApprovalEnded e => $"The question {Says.Name(e.Approval)} about {play} ended on {at}: {e.State.ToString().ToLowerInvariant()}, by {Says.Name(e.By)}{Comment(e.Comment)}.",
            AutonomyChanged e => $"{Says.Name(e.By)} changed the autonomy of {play} on {at} from {e.From.ToString().ToLowerInvariant()} to {e.To.ToString().ToLowerInvariant()}.",
            ChangeAdopted e => $"{Says.Name(e.After.Variable)} of {play} was changed for everybody on {at} after {experiment}: {Says.Quote(e.Change)}",
            DecisionMade { Record: var made } => $"The decision {Says.Name(made.Id)} on {experiment} was made on {at}: {made.Decision.Code}, {DecisionWords.Action(made.Decision.Kind, made.Decision.Variant)}.",
            ExperimentEnded e => $"The {experiment} ended on {at}: {DecisionWords.End(e.End)}.",
            ExperimentStarted e => $"The {experiment} on {Says.Name(e.Hypothesis.Variable)} began on {at} for {Days(e.ExpectedDays)}: {Says.Quote(e.Hypothesis.Change)}",
            HypothesisAccepted e => $"{Says.Name(e.Hypothesis)} was accepted for {experiment} on {at} by {Says.Name(e.By)}: {Says.Quote(e.Why)}",
            KpiRead e => $"{Says.Name(e.Kpi)} of {play} was read on {at} up to {Says.Day(e.Day)}: {e.Class.ToString().ToLowerInvariant()}, {Change(e.Change)}.",
            LoopFrozen e => $"Everything was frozen on {at} by {Says.Name(entry.Actor)}: {Says.Quote(e.Why)}",
            LoopUnfrozen e => $"The freeze was ended on {at} by {Says.Name(entry.Actor)}: {Says.Quote(e.Why)}",
            OrderGiven e => $"{Says.Name(entry.Actor)} gave the order {Says.Name(e.Order)}{(entry.Play == "-" ? "" : $" for {play}")} on {at}{(e.Detail.Length > 0 ? $": {Says.Quote(e.Detail)}" : ".")}",
            PlayConverged e => $"{play} was found to have converged on {at}: {Says.Quote(e.Report)}",
            PlayPaused e => $"{play} was paused on {at} by {Says.Name(entry.Actor)} ({Says.Name(e.Code)}): {Says.Quote(e.Why)}",
            PlayResumed e => $"{play} was resumed on {at} by {Says.Name(e.By)}.",
            PlayStopped e => $"{play} was stopped on {at} by {Says.Name(e.By)}: {Says.Quote(e.Why)}",
            RulingGiven e => $"Policy {Says.Name(e.Policy.Replace('/', '.'))} was asked for {experiment} on {at} to {Says.Clean(AuditWords.Action(e))}: {AuditWords.Answer(e)}.",
            SafetyTripped e => $"The stop rule {Says.Name(e.Rule)} of {experiment} fired on {at}, {Says.Clean(e.Does)}: {Says.Quote(e.Why)}",
            _ => $"On {at}, {(entry.Play == "-" ? "for all plays" : experiment)}: {Quoted.Words(entry.Event)}",
        };
    }

    private static string Comment(string? comment) => string.IsNullOrEmpty(comment) ? "" : $": {Says.Quote(comment)}";

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
                $"Evidence, {Count(line.Day)} complete days seen: {Says.Name(line.Variant)} {Mean(made, line.VariantMean)} of {Count(line.VariantUnits)} units, control {Mean(made, line.ControlMean)} of {Count(line.ControlUnits)}, gain {Change(line.Gain)}"
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

    private async Task<(IReadOnlyList<AuditRecord> Before, IReadOnlyList<AuditRecord> After)> AroundAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        var at = record.Entry.At;
        var around = await trail.ReadAsync(new() { Kinds = Steps, Play = record.Entry.Play, Since = at - Before, Until = at + After }, cancellationToken).ToListAsync(cancellationToken);
        var told = Explanation.Of(record, around);
        return ([.. told.Before.Where(each => IsStep(each, record))], [.. told.After.Where(each => IsStep(each, record))]);
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
