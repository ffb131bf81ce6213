using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Approvals.Activities;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Plays.Activities;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Approvals;

/// <summary>
/// One question to people: asked, reminded at 50 and 90 % of its time, ended by an answer or by time as policy says, which is never
/// an approval (C19). Answers that come early, twice or late are safe: the first that decides holds.
/// </summary>
public static class ApprovalWorkflow
{
    // A question outlives an outage of most of a year: who asked would wait for ever.
    private static readonly RetrySchedule Patient = new(2000, TimeSpan.FromSeconds(30)) { Backoff = 2, Longest = TimeSpan.FromHours(4) };

    public static async Task<ApprovalEnd> RunAsync(IWorkflowContext context, ApprovalQuestion question)
    {
        context.SetStatus(question);
        if (question.State == ApprovalState.Pending && question.Reminders == 0 && question.Heard.Count == 0 && !question.IsEscalated)
        {
            await WriteAsync(context, question, "asked", Ask(question.Request, NoticeKind.ApprovalAsked, "approval needed"), new ApprovalAsked(question.Request));
        }

        for (var answers = 0; ;)
        {
            var delivery = await context.WaitAsync(LoopNames.ApprovalNews, ApprovalTimes.Next(question));
            if (delivery is null)
            {
                question = ApprovalTimes.Passed(question, context.UtcNow);
                if (question.State is ApprovalState.Expired)
                {
                    return await EndAsync(context, question, "policy", "nobody answered in time");
                }

                await RemindAsync(context, question);
            }
            else if (delivery.Payload.Cancel is { } why)
            {
                return await EndAsync(context, question with { State = ApprovalState.Cancelled }, "loop", why);
            }
            else if (delivery.Payload.Answer is { } answer)
            {
                var judged = ApprovalRule.Judge(question.Request, question.State, question.Answers, answer);
                question = Heard(question, answer, judged);
                if (judged.Counts && judged.State is ApprovalState.Approved or ApprovalState.Rejected)
                {
                    return await EndAsync(context, question with { State = judged.State }, answer.Who, answer.Comment, answer, judged);
                }

                await WriteAsync(context, question, $"answer-{HeardAnswer.KeyOf(answer)}", null, Answered(question, answer, judged));
                answers++;
            }

            context.SetStatus(question);

            // History stays bounded however long nobody decides, and however many answers do not count.
            if (delivery is null ? question.Reminders % 20 == 0 : answers >= HeardAnswer.Kept)
            {
                context.ContinueAsNew(question);
                return End(question, "", null);
            }
        }
    }

    private static ApprovalQuestion Heard(ApprovalQuestion question, ApprovalAnswer answer, ApprovalJudgement judged) => question with
    {
        Answers = judged.Counts ? [.. question.Answers, answer] : question.Answers,
        Heard = [.. question.Heard.TakeLast(HeardAnswer.Kept - 1), new(HeardAnswer.KeyOf(answer), judged)],
    };

    private static ApprovalAnswered Answered(ApprovalQuestion question, ApprovalAnswer answer, ApprovalJudgement judged) =>
        new(question.Request.Id, answer, judged.Counts, judged.Why) { Code = judged.Code };

    private static Task RemindAsync(IWorkflowContext context, ApprovalQuestion question) => WriteAsync(
        context, question, $"reminded-{(question.IsEscalated ? "again-" : "")}{question.Reminders}",
        Ask(question.Request, NoticeKind.ApprovalReminded, question.IsEscalated ? $"escalated to {SeatWords.Of(question.Request.Seat)}" : "reminder"),
        new ApprovalReminded(question.Request.Id, question.Reminders));

    private static Notice Ask(ApprovalRequest request, NoticeKind kind, string what) => new(
        request.Play, Severity(request), $"{what}: {request.Title}",
        $"{string.Join("\n", request.Reasons)}\n\nBefore: {request.Before}\nAfter: {request.After}\n\nAnswer until {request.ExpiresAt:yyyy-MM-dd HH:mm} UTC: "
        + $"optimizer approvals approve {request.Id} --as NAME --comment TEXT",
        LoopNames.ApprovalId(request.Id))
    {
        Kind = kind,
        Request = request,
    };

    private static string Severity(ApprovalRequest request) =>
        request.IsUrgent ? "high" : request.Action == ActionKind.RaiseAutonomy ? "info" : "warn";

    private static ApprovalEnd End(ApprovalQuestion question, string by, string? comment) =>
        new(question.Request.Id, question.State, by, comment, question.Request.PayloadHash);

    /// <summary>
    /// Writes how it ended, shows it, and tells who asked; people are told last, so that a slow messenger holds nobody up.
    /// </summary>
    private static async Task<ApprovalEnd> EndAsync(
        IWorkflowContext context, ApprovalQuestion question, string by, string? comment, ApprovalAnswer? answer = null, ApprovalJudgement? judged = null)
    {
        var end = End(question, by, comment);
        var ended = new ApprovalEnded(end.Id, end.State, by, comment);
        await WriteAsync(context, question, "ended", null, answer is null ? [ended] : [Answered(question, answer, judged!), ended]);
        context.SetStatus(question);
        if (question.State != ApprovalState.Cancelled)
        {
            await context.CallAsync(TellAskerActivity.Handle, new(question.Asker, end), Patient);
        }

        await WriteAsync(context, question, "told", new(
            question.Request.Play, "info", $"{end.State.ToString().ToLowerInvariant()} by {by}: {question.Request.Title}", comment ?? "", LoopNames.ApprovalId(end.Id))
        {
            Kind = NoticeKind.ApprovalEnded,
        });
        return end;
    }

    private static async Task WriteAsync(
        IWorkflowContext context, ApprovalQuestion question, string what, Notice? notice, params Domain.Audit.AuditEvent[] happened) =>
        await context.CallAsync(
            RecordActivity.Handle,
            new RecordOrder($"{question.Request.Id}/{what}", [.. happened.Select(each => new Domain.Audit.AuditEntry
            {
                Actor = each is ApprovalAnswered answered ? answered.Answer.By : "loop",
                At = context.UtcNow,
                Cause = question.Cause,
                Event = each,
                Experiment = question.Request.Experiment,
                Play = question.Request.Play,
            })], notice),
            Patient);
}
