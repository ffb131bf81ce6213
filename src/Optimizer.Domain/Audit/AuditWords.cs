using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using static Optimizer.Domain.Words;

namespace Optimizer.Domain.Audit;

/// <summary>What happened, in one plain sentence without markup. Text of others stands in it as it came: escape it where it is shown.</summary>
public static class AuditWords
{
    public static string Of(AuditEvent happened) => happened switch
    {
        PlayEnrolled e => $"The play {e.Name} was enrolled with autonomy {e.Autonomy.ToString().ToLowerInvariant()} and profile {e.Profile}.",
        DefinitionChanged e => $"Another {e.What} came into force: {e.To} instead of {e.From}.",
        KpiRead e => $"{e.Kpi} was read on {Day(e.Day)}: {e.Class.ToString().ToLowerInvariant()}, {Change(e.Change)}.",
        AnomalyFound e => $"{e.Kpi} asks for action: {e.Class.ToString().ToLowerInvariant()}, {Change(e.Change)}.{First(e.Reasons)}",
        TrackingMissing e => $"Nothing may be optimised before it is measured: {Names(e.Kpis)} cannot be computed{(e.Events.Count == 0 ? "" : $", never seen: {Names(e.Events)}")}. Task {e.Task} was opened.",
        HypothesesProposed e => $"{Count(e.Hypotheses.Count)} hypotheses came from {e.Source}: {string.Join("; ", e.Hypotheses.Select(each => $"{each.Rank}. {each.Change}"))}.",
        DiagnosisFailed e => $"The diagnosis ended without hypotheses: {e.Why}",
        RulingGiven e => $"Policy {e.Policy} was asked to {Action(e)}: {Answer(e)}.{First(e.Answer.Reasons)}",
        HypothesisAccepted e => $"{e.Hypothesis} was accepted by {e.By}: {e.Why}",
        HypothesisRejected e => $"{e.Hypothesis} (rank {e.Rank}) was rejected by {e.By}, {e.Code}: {e.Why}",
        ApprovalAsked e => $"The seat {Seat(e.Request)} was asked: {e.Request.Title}",
        ApprovalReminded e => $"A reminder of approval {e.Approval} went out, number {e.Number}.",
        ApprovalAnswered e => $"{e.Answer.Who} ({e.Answer.Seat.ToString().ToLowerInvariant()}, {e.Answer.Channel}) said {(e.Answer.Approve ? "yes" : "no")}{(e.Answer.Comment is { Length: > 0 } why ? $": {why}" : "")}{(e.Counts ? "" : $" (does not count: {e.Why})")}",
        ApprovalEnded e => $"Approval {e.Approval} ended: {State(e.State)}, by {e.By}{(e.Comment is { Length: > 0 } comment ? $": {comment}" : "")}",
        ExperimentStarted e => $"The experiment on {e.Hypothesis.Variable} began for {Days(e.ExpectedDays)}: {e.Hypothesis.Change}",
        EffectIntended e => $"{e.Target} is about to be changed from {SettingWords.Of(e.Before)} to {SettingWords.Of(e.After)}.",
        EffectDone e => $"{e.Effect} was carried out: {e.Answer}",
        EffectFailed e => $"{e.Effect} was refused, nothing was changed: {e.Why}",
        SafetyTripped e => $"The stop rule {e.Rule} fired, {e.Does}: {e.Why}",
        DecisionMade { Record: var r } => $"Day {Count(ExposureDays.Count(r.Evidence.Days))}: {r.Decision.Code}, {DecisionWords.Action(r.Decision.Kind, r.Decision.Variant)}.{First(r.Decision.Reasons)}",
        ExperimentExtended e => $"It goes on until {Moment(e.Until)} (extension {e.Extension}): {e.Why}",
        ExperimentEnded e => $"The experiment ended: {DecisionWords.End(e.End)}, gain {Change(e.Gain)}{(e.Booked is > 0 and var booked ? $", {Change(booked)} booked" : "")}.{First(e.Reasons)}",
        ChangeAdopted e => $"{e.After.Variable} is now {SettingWords.Of(e.After.Json)} instead of {SettingWords.Of(e.Before.Json)}: {e.Change}",
        PlayConverged e => $"The play has converged: {e.Report}",
        PlayReopened e => $"The play is active again: {e.Why}",
        PlayPaused e => $"Optimisation stands still ({e.Code}): {e.Why}",
        PlayResumed e => $"{e.By} let it go on.",
        PlayStopped e => $"{e.By} stopped the play: {e.Why}",
        PlayParked e => $"{e.Step} does not answer; the play waits and tries again: {e.Why}",
        PlayRecovered e => $"{e.Step} answers again after {Count(e.Attempts)} failed attempts.",
        AutonomyChanged e => $"{e.By} changed the autonomy from {e.From.ToString().ToLowerInvariant()} to {e.To.ToString().ToLowerInvariant()}.{First(e.Reasons)}",
        TickMissed e => $"{Count(e.Count)} ticks were missed from {Moment(e.From)} on, while nothing ran.",
        BriefWritten e => $"The brief of {e.Period} was written to {e.Artifact}.",
        NoticeSent e => e.Delivered ? $"{e.Sink} was told: {e.Subject}" : $"{e.Sink} could not be told ({e.Why}): {e.Subject}",
        GuardrailBroken e => $"A guardrail is broken, which asks to {Verb(e.Action)}: {e.Why}",
        LoopFrozen e => $"Everything was frozen: {e.Why}",
        LoopUnfrozen e => $"The freeze is over: {e.Why}",
        TokenIssued e => $"{e.Principal.Name} was given the token {e.Token} ({e.Principal.Role.ToString().ToLowerInvariant()}, {SeatWords.Of(e.Principal.Seat)}{(e.Principal.IsHuman ? "" : ", a program")}){(e.ExpiresAt is { } end ? $", valid until {Moment(end)}" : "")}.",
        TokenRevoked e => $"The token {e.Token} of {e.Name} was revoked.",
        TokenRotated e => $"The token {e.Token} of {e.Name} has another secret; the old one {(e.FormerUntil is { } until ? $"is valid until {Moment(until)}" : "ended at once")}.",
        LoginsRefused e => $"{Count(e.Count)} calls from {e.Address} came without a valid token since {Moment(e.Since)}.",
        DelegationMade { Delegation: var d } => $"{d.To} answers for {d.By} as {SeatWords.Of(d.Seat)} from {Moment(d.From)} until {Moment(d.Until)}.",
        DelegationRevoked e => $"{e.To} does not answer for {e.By} any more.",
        LinkIssued e => $"{e.Recipient} was given a signed link to answer {e.Approval} as {SeatWords.Of(e.Seat)}, valid until {Moment(e.ExpiresAt)}.",
        OrderGiven e => $"An order came from outside: {e.Order}{(e.Detail.Length > 0 ? $" ({e.Detail})" : "")}.",
        PageViewed e => $"Personal data was shown on the page {e.Page}: {e.What}.",
        ProposalMade { Proposal: var p } => $"{p.By}{(p.IsHuman ? "" : " (a program)")} proposed to {Proposals.ProposalWords.Of(p.Kind)}{(p.Hypothesis is { } tried ? $", {tried.Variable}: {tried.Change}" : "")}: {p.Why}",
        ProposalEnded e => $"The proposal {e.Proposal} ended: {e.State.ToString().ToLowerInvariant()}, by {e.By}: {e.Why}",
        ToolsCalled e => $"The tool {e.Tool} was called {(e.Count == 1 ? "once" : $"{Count(e.Count)} times")} with the token {e.Token} since {Moment(e.Since)}.",
        WouldHave e => $"Would have tried {e.Hypothesis} if it might act: {e.Text}",
        null => throw new ArgumentNullException(nameof(happened)),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType(), "an event without words"),
    };

    private static string Verb(Plays.GuardrailAction action) => action switch
    {
        Plays.GuardrailAction.Notify => "tell people",
        Plays.GuardrailAction.Investigate => "look into it",
        Plays.GuardrailAction.HumanReview => "have a person review it",
        Plays.GuardrailAction.Pause => "pause the play",
        Plays.GuardrailAction.Revert => "restore control",
        Plays.GuardrailAction.Reduce => "reduce it",
        Plays.GuardrailAction.Rotate => "rotate it",
        Plays.GuardrailAction.Forbid => "forbid it",
        Plays.GuardrailAction.TriggerLoop => "look for what to change",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "unknown action of a guardrail"),
    };

    /// <summary>A moment as pages write it: 2026-03-02 08:00 UTC.</summary>
    public static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A day as pages write it: 2026-03-02.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What policy answered: allowed, denied (cooldown), the seat manager must say yes.</summary>
    public static string Answer(RulingGiven ruling)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        return ruling.Answer.Kind switch
        {
            Policies.RulingKind.Allow => "allowed",
            Policies.RulingKind.Ask => $"the seat {ruling.Answer.Seat?.ToString().ToLowerInvariant() ?? "of a person"} must say yes ({ruling.Answer.Code})",
            Policies.RulingKind.Deny => $"denied ({ruling.Answer.Code})",
            _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling.Answer.Kind, "unknown kind of ruling"),
        };
    }

    /// <summary>What policy was asked, such as "start an experiment on subject_line".</summary>
    public static string Action(RulingGiven ruling)
    {
        ArgumentNullException.ThrowIfNull(ruling);
        var verb = ruling.Action.Kind switch
        {
            Policies.ActionKind.StartExperiment => "start an experiment",
            Policies.ActionKind.AdoptVariant => "adopt the variant",
            Policies.ActionKind.RestoreControl => "restore control",
            Policies.ActionKind.ThrottleVariant => "cut the variant's traffic",
            Policies.ActionKind.RaiseAutonomy => "raise the autonomy",
            Policies.ActionKind.WidenPolicy => "widen the policy",
            Policies.ActionKind.PausePlay => "pause the play",
            Policies.ActionKind.ResumePlay => "let the play go on",
            Policies.ActionKind.StopPlay => "stop the play",
            Policies.ActionKind.TryHypothesis => "put a hypothesis forward",
            Policies.ActionKind.ChangePolicy => "change the policy",
            var kind => throw new ArgumentOutOfRangeException(nameof(ruling), kind, "unknown kind of action"),
        };
        return ruling.Action.Variable is { } variable ? $"{verb} on {variable}" : verb;
    }

    private static string First(IReadOnlyList<string> reasons) => reasons.Count == 0 ? "" : $" {reasons[0]}";

    private static string Names(IReadOnlyList<string> names) => string.Join(", ", names);

    private static string Seat(ApprovalRequest request) => request.Seat.ToString().ToLowerInvariant();

    private static string State(ApprovalState state) => state.ToString().ToLowerInvariant();
}
