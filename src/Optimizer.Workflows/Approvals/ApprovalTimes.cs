using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Workflows.Approvals;

/// <summary>When a question reminds, and what time makes of it (S0-030, C12, C19). Pure.</summary>
internal static class ApprovalTimes
{
    private static readonly double[] Shares = [0.5, 0.9];

    /// <summary>When something is due next: a reminder at half the time and at nine tenths, then the end; after that, parked, every full length again.</summary>
    public static DateTimeOffset Next(ApprovalQuestion question)
    {
        var (request, reminders) = (question.Request, question.Reminders);
        var length = request.ExpiresAt - request.AskedAt;
        return reminders < Shares.Length ? request.AskedAt + length * Shares[reminders] : request.AskedAt + length * (reminders - Shares.Length + 1);
    }

    /// <summary>The question after the moment that <see cref="Next"/> named has come.</summary>
    public static ApprovalQuestion Passed(ApprovalQuestion question, DateTimeOffset now)
    {
        var next = question with { Reminders = question.Reminders + 1 };
        if (question.Reminders < Shares.Length)
        {
            return next;
        }

        return question.Request.OnTimeout switch
        {
            TimeoutAction.Park => next with { State = ApprovalState.Parked },
            TimeoutAction.Reject => next with { State = ApprovalState.Expired },
            TimeoutAction.Escalate when !question.IsEscalated => next with
            {
                IsEscalated = true,
                Reminders = 0,
                Request = question.Request with
                {
                    AskedAt = now,
                    ExpiresAt = now + (question.Request.ExpiresAt - question.Request.AskedAt),
                    OnTimeout = TimeoutAction.Reject,
                    Seat = question.Request.Seat == Seat.Ceo ? Seat.Ceo : question.Request.Seat + 1,
                },
            },
            TimeoutAction.Escalate => next with { State = ApprovalState.Expired },
            _ => throw new InvalidOperationException($"unknown action on timeout: {question.Request.OnTimeout}"),
        };
    }
}
