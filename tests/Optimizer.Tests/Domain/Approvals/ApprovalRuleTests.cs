using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Domain.Approvals;

public class ApprovalRuleTests
{
    private static readonly DateTimeOffset Asked = new(2026, 3, 18, 8, 0, 0, TimeSpan.Zero);

    private static readonly ApprovalRequest Request = new()
    {
        Id = "onboarding-3-start",
        Play = "onboarding",
        Title = "Try a shorter subject line",
        Action = ActionKind.StartExperiment,
        Class = ChangeClass.Copy,
        Before = "",
        After = "\"Hi\"",
        PayloadHash = "h1",
        Reasons = ["high risk"],
        RequestedBy = "loop",
        Seat = Seat.Manager,
        AskedAt = Asked,
        ExpiresAt = Asked.AddHours(24),
        OnTimeout = TimeoutAction.Reject,
    };

    private static readonly ApprovalAnswer Yes = new(true, "ana@example.com", Seat.Manager, true, "h1", "cli", Asked.AddHours(1), null);

    private static readonly ApprovalAnswer No = Yes with { Approve = false, Comment = "not before the launch" };

    [Fact]
    public void Judge_RightSeatInTime_Decides()
    {
        Assert.Equal((true, ApprovalState.Approved), Judge(Request, Yes));
        Assert.Equal((true, ApprovalState.Rejected), Judge(Request, No));
    }

    [Fact]
    [Trait("Req", "S0-030")]
    public void Judge_AnswerToAnotherChange_DoesNotCount() =>
        Assert.Equal((false, ApprovalState.Pending), Judge(Request, Yes with { PayloadHash = "h0" }));

    [Fact]
    public void Judge_OwnProposal_CountsOnlyWhereTheProposerMayOrderIt()
    {
        var own = Request with { RequestedBy = "Ana@example.com" };
        Assert.Equal((false, ApprovalState.Pending), Judge(own, Yes));
        Assert.Equal((true, ApprovalState.Approved), Judge(own with { IsOwnOrder = true }, Yes));
        Assert.Equal((false, ApprovalState.Pending), Judge(own with { IsOwnOrder = true }, Yes with { IsHuman = false }));
        Assert.Equal((false, ApprovalState.Pending), Judge(own with { IsOwnOrder = true }, Yes with { Seat = Seat.Owner }));
    }

    [Fact]
    [Trait("Req", "C24")]
    public void Judge_Program_CannotApprove()
    {
        Assert.Equal((false, ApprovalState.Pending), Judge(Request, Yes with { IsHuman = false, Seat = Seat.Ceo }));
        Assert.Equal((false, ApprovalState.Pending), Judge(Request with { HumanOnly = false }, Yes with { IsHuman = false, Seat = Seat.Ceo }));
        Assert.Equal((false, ApprovalState.Pending), Judge(Request, No with { IsHuman = false }));
        Assert.Equal((true, ApprovalState.Rejected), Judge(Request with { HumanOnly = false }, No with { IsHuman = false }));
    }

    [Theory]
    [Trait("Req", "C24")]
    [InlineData("ana@example.com")]
    [InlineData(" Ana@Example.com ")]
    public void Judge_OwnProposal_CannotBeApprovedButTakenBack(string by)
    {
        var own = Request with { RequestedBy = "ana@example.com" };

        Assert.Equal((false, ApprovalState.Pending), Judge(own, Yes with { By = by, Seat = Seat.Ceo }));
        Assert.Equal((true, ApprovalState.Rejected), Judge(own, No with { By = by }));
    }

    [Theory]
    [Trait("Req", "C24")]
    [InlineData(Seat.Owner, Seat.Manager, false)]
    [InlineData(Seat.Manager, Seat.Manager, true)]
    [InlineData(Seat.Ceo, Seat.Manager, true)]
    [InlineData(Seat.ChiefOfStaff, Seat.Ceo, false)]
    [InlineData((Seat)99, Seat.Manager, false)]
    public void Judge_Seat_MustBeHighEnough(Seat seat, Seat asked, bool counts) =>
        Assert.Equal(counts, Judge(Request with { Seat = asked }, Yes with { Seat = seat }).Counts);

    [Fact]
    [Trait("Req", "S3-030")]
    public void Judge_ProtectedClass_ManagerIsNotEnough() => Assert.Equal(
        (false, ApprovalState.Pending), Judge(Request with { Class = ChangeClass.Pricing, Seat = Seat.Ceo }, Yes));

    [Theory]
    [Trait("Req", "C19")]
    [InlineData(TimeoutAction.Reject, -1, true, ApprovalState.Approved)]
    [InlineData(TimeoutAction.Reject, 0, false, ApprovalState.Expired)]
    [InlineData(TimeoutAction.Escalate, 0, false, ApprovalState.Expired)]
    [InlineData(TimeoutAction.Park, 0, true, ApprovalState.Approved)]
    [InlineData(TimeoutAction.Park, 2_592_000, true, ApprovalState.Approved)]
    public void Judge_Late_CountsOnlyWhereItWaitsOn(TimeoutAction onTimeout, int secondsAfter, bool counts, ApprovalState state) => Assert.Equal(
        (counts, state), Judge(Request with { OnTimeout = onTimeout }, Yes with { At = Request.ExpiresAt.AddSeconds(secondsAfter) }));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Judge_RejectionWithoutAComment_DoesNotCount(string? comment) =>
        Assert.Equal((false, ApprovalState.Pending), Judge(Request, No with { Comment = comment }));

    [Fact]
    public void Judge_NobodyNamed_DoesNotCount() => Assert.Equal((false, ApprovalState.Pending), Judge(Request, Yes with { By = " " }));

    [Fact]
    public void Judge_Quorum_CountsDifferentPeople()
    {
        var two = Request with { Quorum = 2 };

        Assert.Equal((true, ApprovalState.Pending), Judge(two, Yes));
        Assert.Equal((false, ApprovalState.Pending), Judge(two, Yes with { By = "ANA@example.com" }, Yes));
        Assert.Equal((true, ApprovalState.Approved), Judge(two, Yes with { By = "ben@example.com" }, Yes));
        Assert.Equal((true, ApprovalState.Rejected), Judge(two, No with { By = "ben@example.com" }, Yes));
        Assert.Equal((true, ApprovalState.Rejected), Judge(two, No, Yes));
    }

    [Fact]
    public void Judge_Quorum_IgnoresAnswersToAnEarlierChange() => Assert.Equal(
        (true, ApprovalState.Pending), Judge(Request with { Quorum = 2 }, Yes with { By = "ben@example.com" }, Yes with { PayloadHash = "h0" }));

    [Fact]
    public void Judge_SecondAnswer_ChangesNothing()
    {
        Assert.Equal((false, ApprovalState.Approved), Judge(Request, Yes, Yes));
        Assert.Equal((false, ApprovalState.Approved), Judge(Request, No with { By = "ben@example.com", Seat = Seat.Ceo }, Yes));
        Assert.Equal((false, ApprovalState.Rejected), Judge(Request, Yes with { Seat = Seat.Ceo }, No));
        Assert.Contains("first decision wins", ApprovalRule.Judge(Request, [Yes], No).Why, StringComparison.Ordinal);
    }

    private static (bool Counts, ApprovalState State) Judge(ApprovalRequest request, ApprovalAnswer answer, params ApprovalAnswer[] earlier)
    {
        var judged = ApprovalRule.Judge(request, earlier, answer);
        Assert.NotEmpty(judged.Why);
        return (judged.Counts, judged.State);
    }
}
