using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Notices;
using Optimizer.Domain.Policies;
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
        var id = question.Request.Id;
        if (question.State == ApprovalState.Pending && question.Reminders == 0 && question.Answers.Count == 0 && !question.IsEscalated)
        {
            await WriteAsync(context, question, "asked", new ApprovalAsked(question.Request), Ask(question.Request, NoticeKind.ApprovalAsked, "approval needed"));
        }

        while (true)
        {
            var due = ApprovalTimes.Next(question);
            var delivery = await context.WaitAsync(LoopNames.ApprovalNews, due);
            if (delivery is null)
            {
                question = ApprovalTimes.Passed(question, context.UtcNow);
                if (question.State is ApprovalState.Expired)
                {
                    return await EndAsync(context, question, "policy", "nobody answered in time");
                }

                var title = question.IsEscalated ? $"escalated to {question.Request.Seat}" : "reminder";
                await WriteAsync(
                    context, question, $"reminded-{(question.IsEscalated ? "again-" : "")}{question.Reminders}", new ApprovalReminded(id, question.Reminders), Ask(question.Request, NoticeKind.ApprovalReminded, title));
                context.SetStatus(question);
                if (question.Reminders % 20 == 0)
                {
                    context.ContinueAsNew(question);
                    return End(question, "", null);
                }
            }
            else if (delivery.Payload.Cancel is { } why)
            {
                return await EndAsync(context, question with { State = ApprovalState.Cancelled }, "loop", why);
            }
            else if (delivery.Payload.Answer is { } answer)
            {
                var ruling = ApprovalRule.Judge(question.Request, question.Answers, answer);
                await WriteAsync(
                    context, question, $"answer-{PayloadHash.Of(answer.By, answer.At.ToString("O"), answer.Channel)}",
                    new ApprovalAnswered(id, answer, ruling.Counts, ruling.Why), null);
                question = ruling.Counts ? question with { Answers = [.. question.Answers, answer] } : question;
                context.SetStatus(question);
                if (ruling.Counts && ruling.State is ApprovalState.Approved or ApprovalState.Rejected)
                {
                    return await EndAsync(context, question with { State = ruling.State }, answer.By, answer.Comment);
                }
            }
        }
    }

    private static Notice Ask(ApprovalRequest request, NoticeKind kind, string what) => new(
        request.Play, request.Action == ActionKind.RaiseAutonomy ? "info" : "warn", $"{what}: {request.Title}",
        $"{string.Join("\n", request.Reasons)}\n\nBefore: {request.Before}\nAfter: {request.After}\n\nAnswer until {request.ExpiresAt:yyyy-MM-dd HH:mm} UTC: "
        + $"optimizer approvals approve {request.Id} --as NAME --comment TEXT",
        LoopNames.ApprovalId(request.Id))
    {
        Kind = kind,
        Request = request,
    };

    private static ApprovalEnd End(ApprovalQuestion question, string by, string? comment) =>
        new(question.Request.Id, question.State, by, comment, question.Request.PayloadHash);

    private static async Task<ApprovalEnd> EndAsync(IWorkflowContext context, ApprovalQuestion question, string by, string? comment)
    {
        var end = End(question, by, comment);
        await WriteAsync(context, question, "ended", new ApprovalEnded(end.Id, end.State, by, comment), new(
            question.Request.Play, "info", $"{end.State.ToString().ToLowerInvariant()} by {by}: {question.Request.Title}", comment ?? "", LoopNames.ApprovalId(end.Id))
        {
            Kind = NoticeKind.ApprovalEnded,
        });
        context.SetStatus(question);
        if (question.State != ApprovalState.Cancelled)
        {
            await context.CallAsync(TellAskerActivity.Handle, new(question.Asker, end), Patient);
        }

        return end;
    }

    private static async Task WriteAsync(
        IWorkflowContext context, ApprovalQuestion question, string what, Domain.Audit.AuditEvent happened, Notice? notice) =>
        await context.CallAsync(
            RecordActivity.Handle,
            new RecordOrder($"{question.Request.Id}/{what}", [new()
            {
                Actor = happened is ApprovalAnswered answered ? answered.Answer.By : "loop",
                At = context.UtcNow,
                Cause = question.Cause,
                Event = happened,
                Experiment = question.Request.Experiment,
                Play = question.Request.Play,
            }], notice),
            Patient);
}
