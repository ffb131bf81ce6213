using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Standalone.Demo;

/// <summary>What people were asked, and what they said.</summary>
/// <param name="Asked">Questions put.</param>
/// <param name="Approved">Answered with yes.</param>
/// <param name="Rejected">Answered with no, each with its question, in order.</param>
/// <param name="Unanswered">Nobody answered in time; nothing was done.</param>
internal sealed record DemoQuestions(
    int Asked, int Approved, IReadOnlyList<(ApprovalRequest Request, ApprovalEnded End)> Rejected, int Unanswered)
{
    public static DemoQuestions Of(IReadOnlyList<AuditRecord> records)
    {
        var asked = records.Select(record => record.Entry.Event).OfType<ApprovalAsked>().DistinctBy(question => question.Request.Id)
            .ToDictionary(question => question.Request.Id, question => question.Request, StringComparer.Ordinal);
        var ended = records.Select(record => record.Entry.Event).OfType<ApprovalEnded>().ToList();
        return new(
            asked.Count,
            ended.Count(end => end.State == ApprovalState.Approved),
            [.. ended.Where(end => end.State == ApprovalState.Rejected && asked.ContainsKey(end.Approval)).Select(end => (asked[end.Approval], end))],
            ended.Count(end => end.State == ApprovalState.Expired));
    }
}
