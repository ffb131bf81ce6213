using Optimizer.Domain.Decisions;

namespace Optimizer.Tests.Domain.Decisions;

public sealed class StopDistanceTests
{
    [Theory]
    [InlineData("odds", 1.0, 10, 0)]
    [InlineData("odds", 0.2, 10, 0)]
    [InlineData("odds", 3.1622776601683795, 10, 0.5)]
    [InlineData("odds", 400.0, 20, 1)]
    [InlineData("share", 0.1, -0.3, 0)]
    [InlineData("share", -0.15, -0.3, 0.5)]
    [InlineData("share", 0.05, 0.2, 0.25)]
    [InlineData("chance", 0.7, 0.9, 0.5)]
    [InlineData("chance", 0.75, 0.5, 0.5)]
    [InlineData("days", 7.0, 14, 0.5)]
    [InlineData("units", 30.0, 120, 0.25)]
    public void Reached_IsTheWayToTheLimit(string unit, double now, double limit, double reached) =>
        Assert.Equal(reached, Of(unit, now, limit).Reached!.Value, 9);

    [Fact]
    public void Reached_BesideALimitThatAlsoNeedsProof_IsTheLesserOfBoth()
    {
        Assert.Equal(0.2, (Of("share", -0.1, -0.05) with { Proof = 0.2 }).Reached);
        Assert.Equal(0.4, (Of("share", -0.02, -0.05) with { Proof = 1 }).Reached!.Value, 9);
    }

    [Fact]
    public void Reached_BeforeTheFirstLook_IsNotKnown() => Assert.Null(Of("odds", null, 10).Reached);

    [Fact]
    public void Nearest_LeavesOutDaysFloorsAndWhatIsOnlyWatched()
    {
        var harm = Of("odds", 4, 20) with { Rule = "harm" };
        Assert.Equal(harm, StopDistances.Nearest([Of("days", 14, 14), Of("units", 200, 100), Of("share", -0.3, -0.3) with { Acts = false }, Of("odds", 1.1, 10), harm]));
        Assert.Null(StopDistances.Nearest([Of("odds", 0.5, 10), Of("odds", null, 20), Of("days", 3, 14)]));
    }

    private static StopDistance Of(string unit, double? now, double limit) => new("rule", null, unit, now, limit, limit - now, true, "in words");
}
