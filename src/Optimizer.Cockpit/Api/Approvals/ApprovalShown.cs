using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>A question as the API shows it (OPERATORS 4.5).</summary>
public sealed record ApprovalShown
{
    public required string Id { get; init; }

    public required string Play { get; init; }

    public required string? Experiment { get; init; }

    /// <summary>One sentence: what would be done.</summary>
    public required string Title { get; init; }

    public required ActionKind Action { get; init; }

    public required ChangeClass Class { get; init; }

    /// <summary>What is there now, in words.</summary>
    public required string Before { get; init; }

    /// <summary>What would be there, in words.</summary>
    public required string After { get; init; }

    /// <summary>The exact texts behind the words.</summary>
    public required ExactChange Exact { get; init; }

    /// <summary>To be sent with the answer.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>Why it is asked, decisive rule first.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Where the evidence stands.</summary>
    public required string Evidence { get; init; }

    public required string RequestedBy { get; init; }

    /// <summary>The lowest seat that may answer.</summary>
    public required Seat Seat { get; init; }

    /// <summary>Whether only the holder of the seat may answer, and nobody for them.</summary>
    public required bool InPerson { get; init; }

    /// <summary>Approvals needed from different people.</summary>
    public required int Quorum { get; init; }

    /// <summary>Approvals there are.</summary>
    public required int Approvals { get; init; }

    public required double TrafficShare { get; init; }

    public required ApprovalState State { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required double AgeSeconds { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Until it expires, not below 0; null when it waits without end, or waits no more.</summary>
    public required double? SecondsLeft { get; init; }

    public required TimeoutAction OnTimeout { get; init; }

    public required int Reminders { get; init; }

    public required bool IsEscalated { get; init; }

    /// <summary>Oldest first, those that did not count included.</summary>
    public required IReadOnlyList<AnswerShown> Answers { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required string? EndedBy { get; init; }

    public required string? Comment { get; init; }

    /// <summary>What came of a yes, in words; null when nothing has.</summary>
    public required string? CameOfIt { get; init; }

    /// <summary>The question that took the place of this one.</summary>
    public required string? AskedAgain { get; init; }

    public static ApprovalShown Of(ApprovalCard card, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(card);
        var request = card.Request;
        return new()
        {
            Action = request.Action,
            After = SettingWords.Of(request.After),
            AgeSeconds = Math.Max(0, Math.Floor((now - card.AskedAt).TotalSeconds)),
            Answers = [.. card.Answers.Select(AnswerShown.Of)],
            Approvals = ApprovalRule.Approvers([.. card.Counted.Where(answer => answer.PayloadHash == request.PayloadHash)]),
            AskedAgain = card.Aftermath?.AskedAgain,
            AskedAt = card.AskedAt,
            Before = SettingWords.Of(request.Before),
            CameOfIt = card.Aftermath is { Why.Length: > 0 } aftermath ? aftermath.Why : null,
            Class = request.Class,
            Comment = card.Comment,
            EndedAt = card.EndedAt,
            EndedBy = card.EndedBy,
            Evidence = request is { Action: ActionKind.AdoptVariant, Experiment: { } experiment } ? $"/api/experiments/{experiment}" : $"/api/plays/{request.Play}/history",
            Exact = new(request.Before, request.After),
            Experiment = request.Experiment,
            ExpiresAt = request.ExpiresAt,
            Id = request.Id,
            InPerson = DelegationRule.IsInPerson(request),
            IsEscalated = card.IsEscalated,
            OnTimeout = request.OnTimeout,
            PayloadHash = request.PayloadHash,
            Play = request.Play,
            Quorum = Math.Max(1, request.Quorum),
            Reasons = request.Reasons,
            Reminders = card.Reminders,
            RequestedBy = request.RequestedBy,
            Seat = request.Seat,
            SecondsLeft = card.IsOpen && request.OnTimeout != TimeoutAction.Park ? Math.Max(0, Math.Floor((request.ExpiresAt - now).TotalSeconds)) : null,
            State = card.State,
            Title = request.Title,
            TrafficShare = request.TrafficShare,
        };
    }
}
