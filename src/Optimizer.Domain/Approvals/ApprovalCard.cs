using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Domain.Approvals;

/// <summary>Everything there is to say about one question: what is asked, who answered what, and what came of it. Pure.</summary>
public sealed record ApprovalCard
{
    public required ApprovalRequest Request { get; init; }

    public required ApprovalState State { get; init; }

    /// <summary>When it was asked first; an escalation asks again.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>All answers, oldest first, those that did not count included.</summary>
    public IReadOnlyList<JudgedAnswer> Answers { get; init; } = [];

    public int Reminders { get; init; }

    public bool IsEscalated { get; init; }

    /// <summary>Null while it waits.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Who or what ended it; null while it waits.</summary>
    public string? EndedBy { get; init; }

    public string? Comment { get; init; }

    /// <summary>What came of a yes; null when it was none.</summary>
    public Aftermath? Aftermath { get; init; }

    /// <summary>Whether it still waits for an answer.</summary>
    public bool IsOpen => State is ApprovalState.Pending or ApprovalState.Parked;

    /// <summary>Answers that counted.</summary>
    public IReadOnlyList<ApprovalAnswer> Counted => [.. Answers.Where(judged => judged.Counts).Select(judged => judged.Answer)];

    /// <summary>Reads a question out of the trail.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="records">Of its play, in the order of the trail, from the question on.</param>
    /// <returns>Null when the trail has no such question.</returns>
    public static ApprovalCard? Of(string id, IEnumerable<AuditRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        ApprovalCard? card = null;
        var after = new List<AuditRecord>();
        foreach (var record in records)
        {
            card = record.Entry.Event switch
            {
                ApprovalAsked { Request: var request } when request.Id == id =>
                    card ?? new() { AskedAt = request.AskedAt, Request = request, State = ApprovalState.Pending },
                ApprovalReminded reminded when reminded.Approval == id && card is not null => card with { Reminders = card.Reminders + 1 },
                ApprovalAnswered answered when answered.Approval == id && card is not null => card with
                {
                    Answers = [.. card.Answers, new(answered.Answer, answered.Counts, answered.Code, answered.Why)],
                },
                ApprovalEnded ended when ended.Approval == id && card is not null => card with
                {
                    Comment = ended.Comment,
                    EndedAt = record.Entry.At,
                    EndedBy = ended.By,
                    State = ended.State,
                },
                _ => card,
            };
            if (card is { State: ApprovalState.Approved })
            {
                after.Add(record);
            }
        }

        return card is { State: ApprovalState.Approved } ? Followed(card, Aftermath.Of(card.Request, after)) : card;
    }

    private static ApprovalCard Followed(ApprovalCard card, Aftermath aftermath) => card with { Aftermath = aftermath, State = aftermath.State };
}
