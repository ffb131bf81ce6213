using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Approvals;

namespace Optimizer.Tests.Workflows.Approvals;

public class ApprovalTimesTests
{
    private static readonly DateTimeOffset Asked = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Req", "C19")]
    public void Next_OfAQuestionThatIsRejectedByTime_IsHalfNineTenthsAndTheEnd()
    {
        var question = Question(TimeoutAction.Reject);
        foreach (var hours in new[] { 12.0, 21.6, 24.0 })
        {
            Assert.Equal(ApprovalState.Pending, question.State);
            Assert.Equal(Asked.AddHours(hours), ApprovalTimes.Next(question));
            question = ApprovalTimes.Passed(question, ApprovalTimes.Next(question));
        }

        Assert.Equal(ApprovalState.Expired, question.State);
    }

    [Fact]
    public void Passed_WhenParked_RemindsForEverAndNeverEnds()
    {
        var question = Question(TimeoutAction.Park);
        for (var times = 0; times < 100; times++)
        {
            var due = ApprovalTimes.Next(question);
            question = ApprovalTimes.Passed(question, due);
            Assert.True(ApprovalTimes.Next(question) > due);
            Assert.NotEqual(ApprovalState.Approved, question.State);
        }

        Assert.Equal(ApprovalState.Parked, question.State);
        Assert.Equal(Asked.AddDays(99), ApprovalTimes.Next(question));
    }

    [Theory]
    [InlineData(Seat.Manager, Seat.Domain)]
    [InlineData(Seat.Ceo, Seat.Ceo)]
    public void Passed_WhenEscalated_AsksTheNextSeatOnceAndThenRejects(Seat first, Seat then)
    {
        var question = Question(TimeoutAction.Escalate, first);
        for (var times = 0; times < 3; times++)
        {
            question = ApprovalTimes.Passed(question, ApprovalTimes.Next(question));
        }

        Assert.True(question.IsEscalated);
        Assert.Equal(then, question.Request.Seat);
        Assert.Equal(Asked.AddHours(36), ApprovalTimes.Next(question));
        for (var times = 0; times < 3; times++)
        {
            question = ApprovalTimes.Passed(question, ApprovalTimes.Next(question));
        }

        Assert.Equal(ApprovalState.Expired, question.State);
    }

    private static ApprovalQuestion Question(TimeoutAction onTimeout, Seat seat = Seat.Manager) => new()
    {
        Asker = "play-p",
        Cause = "c",
        Request = new()
        {
            Action = ActionKind.StartExperiment,
            After = "b",
            AskedAt = Asked,
            Before = "a",
            Class = ChangeClass.Copy,
            ExpiresAt = Asked.AddDays(1),
            Id = "p-q1",
            OnTimeout = onTimeout,
            PayloadHash = "h",
            Play = "p",
            Reasons = [],
            RequestedBy = "loop",
            Seat = seat,
            Title = "t",
        },
    };
}
