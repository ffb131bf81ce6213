using Optimizer.Domain.Approvals;
using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Domain.Approvals;

public class ApprovalRequestTests
{
    [Theory]
    [Trait("Req", "S0-059")]
    [InlineData(RiskLevel.Low, ChangeClass.Copy, false)]
    [InlineData(RiskLevel.Medium, ChangeClass.Copy, false)]
    [InlineData(RiskLevel.High, ChangeClass.Copy, true)]
    [InlineData(RiskLevel.Low, ChangeClass.Pricing, true)]
    [InlineData(RiskLevel.Low, ChangeClass.Legal, true)]
    [InlineData(RiskLevel.Low, (ChangeClass)999, true)]
    public void IsUrgent_RiskAndClass_HighOrProtected(RiskLevel risk, ChangeClass change, bool expected) => Assert.Equal(expected, new ApprovalRequest
    {
        Action = ActionKind.StartExperiment,
        After = "",
        AskedAt = DateTimeOffset.UnixEpoch,
        Before = "",
        Class = change,
        ExpiresAt = DateTimeOffset.UnixEpoch.AddDays(1),
        Id = "p-q1",
        OnTimeout = TimeoutAction.Reject,
        PayloadHash = "h",
        Play = "p",
        Reasons = [],
        RequestedBy = "loop",
        Risk = risk,
        Seat = Seat.Manager,
        Title = "t",
    }.IsUrgent);
}
