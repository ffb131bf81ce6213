using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Convergence;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Reports;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Reports;

public class RecommendationsTests
{
    [Fact]
    [Trait("Req", "S0-052")]
    public void Focus_RandomTrails_IsNeverEmpty()
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            Assert.NotEmpty(WeekCountsTests.Random(new SplitMix(seed)).Read().Focus);
        }
    }

    [Fact]
    [Trait("Req", "S0-052")]
    public void Page_NothingToDo_SaysNone() =>
        Assert.Contains("1. **None.** The KPI asks for nothing, and no hypothesis is open.", PlayBrief.Markdown(new Trail().Reads(_ => 100).Read()), StringComparison.Ordinal);

    [Fact]
    public void Focus_ApprovalWaits_ComesFirst()
    {
        var week = new Trail().Starts(-2, 1, detectable: 0.2).Add(2, new ApprovalAsked(Request("onboarding-2-start"))).Read();

        Assert.Equal(["approve", "traffic", "wait"], week.Focus.Select(one => one.Code));
        Assert.Equal("onboarding-2-start", Assert.Single(week.Waiting).Approval);
    }

    [Theory]
    [InlineData(ApprovalState.Approved, 0)]
    [InlineData(ApprovalState.Rejected, 0)]
    [InlineData(ApprovalState.Superseded, 0)]
    [InlineData(ApprovalState.Parked, 1)]
    public void Waiting_ApprovalEnded_IsGoneUnlessParked(ApprovalState state, int expected)
    {
        var week = new Trail().Add(1, new ApprovalAsked(Request("a"))).Add(2, new ApprovalEnded("a", state, "ana", null)).Read();

        Assert.Equal(expected, week.Waiting.Count);
    }

    [Theory]
    [InlineData(0.0801, true)]
    [InlineData(0.08, false)]
    [InlineData(null, false)]
    public void Focus_TrafficTooSmallForTheEffectSought_SaysSo(double? detectable, bool expected) =>
        Assert.Equal(expected, new Trail().Starts(-2, 1, detectable: detectable).Read().Focus.Any(one => one.Code == "traffic"));

    [Fact]
    public void Focus_VariableThatWorked_IsExtended()
    {
        var week = new Trail().Starts(-20, 1).Adopts(-10, 1, 0.04, 0.01, 0.1).Ends(-10, 1, Optimizer.Domain.Decisions.DecisionKind.AdoptProven, 0.06, 0.04).Read();

        Assert.Equal("Go on with subject.", Assert.Single(week.Focus, one => one.Code == "extend").Text);
    }

    [Fact]
    [Trait("Req", "S0-070")]
    public void Focus_Converged_AsksForAStrategicChange()
    {
        var week = new Trail().Add(1, new PlayConverged(ConvergenceClaim.NoDetectableGains, ["a", "b", "c"], "")).Read();

        Assert.Equal((PlayStanding.Converged, "strategy"), (week.Standing, week.Focus[0].Code));
        Assert.Equal(PlayStanding.Active, new Trail().Add(1, new PlayConverged(ConvergenceClaim.Converged, [], "")).Add(2, new PlayReopened("drop")).Read().Standing);
    }

    [Fact]
    public void Focus_ParkedUntilItRecovers_AsksToRecover()
    {
        var trail = new Trail().Add(1, new PlayParked("kpi.read", "no answer"));
        Assert.Equal("recover", trail.Read().Focus[0].Code);
        Assert.DoesNotContain(trail.Add(2, new PlayRecovered("kpi.read", 5)).Read().Focus, one => one.Code == "recover");
    }

    private static ApprovalRequest Request(string id) => new()
    {
        Id = id,
        Play = "onboarding",
        Title = "Start onboarding-2",
        Action = ActionKind.StartExperiment,
        Class = ChangeClass.Copy,
        Before = "",
        After = "x",
        PayloadHash = "h",
        Reasons = ["semi: everything asks"],
        RequestedBy = "loop",
        Seat = Seat.Manager,
        AskedAt = Trail.Monday.AddDays(2),
        ExpiresAt = Trail.Monday.AddDays(3),
        OnTimeout = TimeoutAction.Park,
    };
}
