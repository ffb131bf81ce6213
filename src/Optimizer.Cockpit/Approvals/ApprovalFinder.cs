using System.Text.RegularExpressions;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Instances;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Approvals;

/// <summary>Finds questions: the engine says how an open one stands, the trail what came of those that ended.</summary>
internal sealed partial class ApprovalFinder(IWorkflowClient client, IAuditTrail trail)
{
    private const int InstancesPerPage = 1000;

    private static readonly RunState[] Open = [RunState.Pending, RunState.Running, RunState.Suspended, RunState.Parked];

    private static readonly string[] Kinds =
    [
        "approval.asked", "approval.reminded", "approval.answered", "approval.ended", "autonomy.changed", "change.adopted", "effect.done", "effect.failed",
        "experiment.ended", "experiment.started", "play.paused", "play.stopped", "proposal.ended", "ruling.given",
    ];

    /// <summary>One question with everything there is to say; null when there is none.</summary>
    public async Task<FoundApproval?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!IsId().IsMatch(id))
        {
            return null;
        }

        if (await QuestionAsync(id, cancellationToken) is { } found)
        {
            var (question, createdAt) = found;
            var told = await CardAsync(id, question.Request.Play, createdAt, cancellationToken);
            return new(Joined(question, told), question);
        }

        return await PlayAsync(id, cancellationToken) is var (play, askedAt) && await CardAsync(id, play, askedAt, cancellationToken) is { } card
            ? new(card, null)
            : null;
    }

    /// <summary>How the engine has it; null when it has none of this id, or has forgotten it.</summary>
    public async Task<(ApprovalQuestion Question, DateTimeOffset CreatedAt)?> QuestionAsync(string id, CancellationToken cancellationToken) =>
        IsId().IsMatch(id) && await client.StatusAsync(LoopNames.ApprovalId(id), cancellationToken) is { } status ? (QuestionOf(status), status.CreatedAt) : null;

    /// <summary>All that wait for an answer, in the order of the engine.</summary>
    public async Task<IReadOnlyList<ApprovalQuestion>> OpenAsync(string? play, CancellationToken cancellationToken)
    {
        var open = new List<ApprovalQuestion>();
        string? after = null;
        do
        {
            var page = await client.ListAsync(
                new()
                {
                    After = after,
                    PageSize = InstancesPerPage,
                    States = Open,
                    Tags = play is null ? null : new Dictionary<string, string> { ["play"] = play },
                    Workflow = LoopNames.Approval.Name,
                }, cancellationToken);
            open.AddRange(page.Instances.Select(QuestionOf).Where(question => question.State is ApprovalState.Pending or ApprovalState.Parked));
            after = page.Next;
        }
        while (after is not null);
        return open;
    }

    /// <summary>All questions that were asked since, newest first, with what came of them.</summary>
    public async Task<IReadOnlyList<ApprovalCard>> SinceAsync(string? play, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var records = await trail.ReadAsync(new() { Kinds = Kinds, Play = play, Since = since }, cancellationToken).ToListAsync(cancellationToken);
        var cards = new List<ApprovalCard>();
        foreach (var group in records.GroupBy(record => record.Entry.Play, StringComparer.Ordinal))
        {
            var ofPlay = group.ToList();
            cards.AddRange(ofPlay.Select((record, index) => (record.Entry.Event, index)).Where(each => each.Event is ApprovalAsked)
                .Select(each => ApprovalCard.Of(((ApprovalAsked)each.Event).Request.Id, ofPlay.Skip(each.index))!));
        }

        return [.. cards.OrderByDescending(card => card.AskedAt).ThenBy(card => card.Request.Id, StringComparer.Ordinal)];
    }

    private async Task<ApprovalCard?> CardAsync(string id, string play, DateTimeOffset since, CancellationToken cancellationToken) => ApprovalCard.Of(
        id, await trail.ReadAsync(new() { Kinds = Kinds, Play = play, Since = since }, cancellationToken).ToListAsync(cancellationToken));

    private async Task<(string Play, DateTimeOffset At)?> PlayAsync(string id, CancellationToken cancellationToken)
    {
        await foreach (var record in trail.ReadAsync(new() { Kinds = ["approval.asked"] }, cancellationToken))
        {
            if (record.Entry.Event is ApprovalAsked asked && asked.Request.Id == id)
            {
                return (record.Entry.Play, record.Entry.At);
            }
        }

        return null;
    }

    /// <summary>The engine is ahead of the trail or beside it, never behind: while a question is open, it says how it stands.</summary>
    private static ApprovalCard Joined(ApprovalQuestion question, ApprovalCard? told)
    {
        var card = told ?? CardOf(question);
        return card with
        {
            IsEscalated = question.IsEscalated,
            Request = question.Request,
            State = question.State == ApprovalState.Approved ? card.Aftermath?.State ?? ApprovalState.Approved : question.State,
        };
    }

    /// <summary>An open question as the engine has it; of its answers only those that count.</summary>
    public static ApprovalCard CardOf(ApprovalQuestion question) => new()
    {
        Answers = [.. question.Answers.Select(answer => new JudgedAnswer(answer, true, ApprovalCode.Counted, ""))],
        AskedAt = question.Request.AskedAt,
        IsEscalated = question.IsEscalated,
        Reminders = question.Reminders,
        Request = question.Request,
        State = question.State,
    };

    /// <summary>What an instance says of its question.</summary>
    public static ApprovalQuestion QuestionOf(InstanceStatus status) =>
        (status.Status ?? status.Input).ReadAs<ApprovalQuestion>("the status of a question", status.InstanceId);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,199}\z")]
    private static partial Regex IsId();
}
