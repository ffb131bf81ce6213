using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Domain;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Pages.Approvals;

/// <summary>How questions are said on pages.</summary>
internal static class ApprovalText
{
    public static string State(ApprovalState state) => state switch
    {
        ApprovalState.Pending => "waits",
        ApprovalState.Parked => "waits without end",
        _ => state.ToString().ToLowerInvariant(),
    };

    /// <summary>How it ended, in a sentence: by whom, and what they said.</summary>
    public static string Ended(ApprovalShown shown)
    {
        var text = $"{State(shown.State)}{(shown.EndedBy is { } by ? $" by {by}" : "")}{(shown.Comment is { Length: > 0 } comment ? $": {comment}" : "")}";
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}{(text[^1] is '.' or '!' or '?' ? "" : ".")}";
    }

    public static string StateKind(ApprovalState state) => state switch
    {
        ApprovalState.Pending or ApprovalState.Parked => "busy",
        ApprovalState.Approved or ApprovalState.Executed => "good",
        ApprovalState.Rejected or ApprovalState.Failed => "bad",
        ApprovalState.Expired or ApprovalState.Superseded or ApprovalState.Cancelled => "warn",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "unknown state of an approval"),
    };

    /// <summary>What is at stake where no money is named.</summary>
    public static string Risk(ApprovalShown shown) =>
        $"{shown.Class.ToString().ToLowerInvariant()} · {Words.Limit(Math.Round(shown.TrafficShare, 3))} of traffic";

    public static string RiskKind(ApprovalShown shown) => shown.InPerson ? "bad" : shown.TrafficShare > 0.5 ? "warn" : "";

    public static string Left(ApprovalShown shown) => shown.SecondsLeft is not { } seconds ? "waits without end" : $"{Span(TimeSpan.FromSeconds(seconds))} left";

    /// <summary>What happens when nobody answers; never an approval (C19).</summary>
    public static string Timeout(ApprovalShown shown) => shown.OnTimeout switch
    {
        TimeoutAction.Park => "it waits on, nothing happens",
        TimeoutAction.Reject => "it is rejected",
        TimeoutAction.Escalate => "the next higher seat is asked",
        _ => throw new ArgumentOutOfRangeException(nameof(shown), shown.OnTimeout, "unknown action on timeout"),
    };

    public static string Action(ActionKind action) => action switch
    {
        ActionKind.StartExperiment => "start an experiment",
        ActionKind.AdoptVariant => "adopt a variant",
        ActionKind.RestoreControl => "restore control",
        ActionKind.ThrottleVariant => "throttle a variant",
        ActionKind.RaiseAutonomy => "raise the autonomy",
        ActionKind.WidenPolicy => "widen the policy",
        _ => action.ToString(),
    };

    public static string Span(TimeSpan span) =>
        span.TotalHours >= 48 ? $"{span.TotalDays:0} days"
        : span.TotalMinutes >= 120 ? $"{span.TotalHours:0} hours"
        : $"{Math.Max(0, span.TotalMinutes):0} minutes";
}
