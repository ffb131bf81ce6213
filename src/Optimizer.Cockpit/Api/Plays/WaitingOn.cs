using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Approvals;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>The question that a play or its experiment waits for.</summary>
/// <param name="Approval">Its id, as /api/approvals takes it.</param>
/// <param name="Seat">Who may answer.</param>
/// <param name="Title">What would be done, in one sentence.</param>
/// <param name="Until">When it expires.</param>
/// <param name="OnTimeout">What happens then; never an approval.</param>
/// <param name="Answers">That count so far.</param>
/// <param name="Quorum">That are needed.</param>
public sealed record WaitingOn(
    string Approval, Seat Seat, string Title, DateTimeOffset Until, TimeoutAction OnTimeout, int Answers, int Quorum)
{
    internal static WaitingOn Of(ApprovalQuestion question) => new(
        question.Request.Id, question.Request.Seat, question.Request.Title, question.Request.ExpiresAt, question.Request.OnTimeout,
        question.Answers.Count, question.Request.Quorum);
}
