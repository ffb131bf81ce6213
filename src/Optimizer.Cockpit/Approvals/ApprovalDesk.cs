using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Instances;

namespace Optimizer.Cockpit.Approvals;

/// <summary>
/// Takes answers. What plainly does not count is refused here, so that nobody can fill a question's history; all else goes to the
/// question itself, which alone decides, and its judgement is waited for.
/// </summary>
/// <param name="loop">The loop.</param>
/// <param name="patience">How long a judgement is waited for; null for 10 s. What is not judged by then is durable, and judged later.</param>
internal sealed class ApprovalDesk(ServedLoop loop, TimeSpan? patience = null)
{
    private static readonly TimeSpan FirstLook = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestLook = TimeSpan.FromMilliseconds(20);

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(10);
    private readonly ApprovalFinder _finder = new(loop.Client, loop.World.Audit);

    /// <summary>Answers a question.</summary>
    /// <returns>What became of the answer; null when there is no such question.</returns>
    public async Task<ApprovalJudgement?> AnswerAsync(AnswerOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        var question = await FindAsync(order.Approval, cancellationToken);
        if (question is null)
        {
            return null;
        }

        var answer = await AnswerOf(order, question.Request, cancellationToken);
        var (key, judged) = (HeardAnswer.KeyOf(answer), Judged(question, answer));
        if (!judged.Counts)
        {
            return await RefusedAsync(question, answer, judged);
        }

        var sent = await loop.Client.SignalAsync(LoopNames.ApprovalId(order.Approval), LoopNames.ApprovalNews, new ApprovalNews { Answer = answer }, key, cancellationToken);
        if (sent is SignalAnswer.NotFound)
        {
            throw new InvalidOperationException($"approval {order.Approval} was there and is gone");
        }

        return await HeardAsync(order.Approval, answer, key, cancellationToken);
    }

    /// <summary>What would become of an answer now; nothing is sent.</summary>
    public async Task<ApprovalJudgement?> PreviewAsync(AnswerOrder order, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        return await FindAsync(order.Approval, cancellationToken) is { } question
            ? Judged(question, await AnswerOf(order, question.Request, cancellationToken))
            : null;
    }

    /// <summary>Whether somebody may approve a question as it stands, and why not.</summary>
    /// <param name="card">The question.</param>
    /// <param name="caller">Who looks at it.</param>
    /// <param name="delegations">All there are.</param>
    /// <param name="now">When.</param>
    /// <returns>Null when they may.</returns>
    public static string? Hindrance(ApprovalCard card, Principal caller, IReadOnlyList<Delegation> delegations, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(caller);
        var order = new AnswerOrder(card.Request.Id, caller, Approve: true, card.Request.PayloadHash, null, "", "");
        var judged = ApprovalRule.Judge(card.Request, card.State, card.Counted, AnswerOf(order, card.Request, delegations, now));
        return !card.IsOpen ? "it is decided"
            : caller.Role < Role.Approver ? $"your role, {caller.Role.ToString().ToLowerInvariant()}, only looks"
            : judged.Counts ? null : judged.Why;
    }

    private async Task<ApprovalQuestion?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (await _finder.QuestionAsync(id, cancellationToken) is var (question, _))
        {
            return question;
        }

        return await _finder.FindAsync(id, cancellationToken) is { Card: var card }
            ? new() { Answers = card.Counted, Asker = "", Cause = "", Request = card.Request, State = card.IsOpen ? ApprovalState.Cancelled : card.State }
            : null;
    }

    private async Task<ApprovalAnswer> AnswerOf(AnswerOrder order, ApprovalRequest request, CancellationToken cancellationToken) =>
        AnswerOf(order, request, await loop.Delegations.ListAsync(cancellationToken), order.At ?? loop.Clock.GetUtcNow());

    private static ApprovalAnswer AnswerOf(AnswerOrder order, ApprovalRequest request, IReadOnlyList<Delegation> delegations, DateTimeOffset at)
    {
        var caller = order.Caller;
        var (seat, lender) = DelegationRule.Standing(request, caller, delegations, at);
        var comment = string.IsNullOrWhiteSpace(order.Comment) ? null : order.Comment.Trim();
        return new(order.Approve, caller.Name, seat, caller.IsHuman, order.PayloadHash, order.Channel, at, comment) { For = lender, Proof = order.Proof };
    }

    private static ApprovalJudgement Judged(ApprovalQuestion question, ApprovalAnswer answer) =>
        ApprovalRule.Judge(question.Request, question.State, question.Answers, answer);

    private async Task<ApprovalJudgement> HeardAsync(string id, ApprovalAnswer answer, string key, CancellationToken cancellationToken)
    {
        var (began, pause) = (TimeProvider.System.GetTimestamp(), FirstLook);
        while (true)
        {
            var question = (await _finder.QuestionAsync(id, cancellationToken))?.Question ?? throw new InvalidOperationException($"approval {id} was there and is gone");
            if (question.Heard.FirstOrDefault(heard => heard.Answer == key) is { } heard)
            {
                return heard.Judgement;
            }

            if (question.State is not (ApprovalState.Pending or ApprovalState.Parked))
            {
                // It ended before this answer's turn came.
                return await RefusedAsync(question, answer, Judged(question, answer));
            }

            if (TimeProvider.System.GetElapsedTime(began) > _patience)
            {
                return new(false, question.State, "the answer is kept and will be judged as soon as the engine comes to it", ApprovalCode.Kept);
            }

            await Task.Delay(pause, cancellationToken);
            pause = pause * 2 < LongestLook ? pause * 2 : LongestLook;
        }
    }

    /// <summary>An answer that does not count is in the trail too, once a day per person and reason; one that only repeats is not.</summary>
    private async Task<ApprovalJudgement> RefusedAsync(ApprovalQuestion question, ApprovalAnswer answer, ApprovalJudgement judged)
    {
        if (judged.Code != ApprovalCode.Repeated)
        {
            var request = question.Request;
            await loop.World.Audit.AppendAsync(
                [new($"{request.Id}/refused-{PayloadHash.Of(answer.By, judged.Code, answer.At.ToString("yyyy-MM-dd"))}", new()
                {
                    Actor = answer.By,
                    At = answer.At,
                    Cause = question.Cause.Length > 0 ? question.Cause : request.Id,
                    Event = new ApprovalAnswered(request.Id, answer, false, judged.Why) { Code = judged.Code },
                    Experiment = request.Experiment,
                    Play = request.Play,
                })], CancellationToken.None);
        }

        return judged;
    }
}
