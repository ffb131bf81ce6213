using Optimizer.Domain.Decisions;
using Optimizer.Domain.Reports;

namespace Optimizer.Tests.Domain.Reports;

public class LocalMaximumTests
{
    [Theory]
    [Trait("Req", "S0-051")]
    [InlineData(0)]
    [InlineData(2)]
    public void Of_FewerThanThree_SaysNotEnough(int count)
    {
        var maximum = LocalMaximum.Of([.. Enumerable.Repeat(new TriedEffect(0.05, 0.02), count)], 3);

        Assert.Null(maximum.Distance);
        Assert.Equal("not enough experiments (n<3)", maximum.Method);
    }

    [Fact]
    [Trait("Req", "S0-051")]
    public void Page_ThreeConcluded_HasANumberAndItsMethod()
    {
        var trail = new Trail().Ends(-20, 1, DecisionKind.AdoptProven, 0.06).Ends(-10, 2, DecisionKind.Iterate, 0.01).Ends(-5, 3, DecisionKind.Revert, -0.04);
        var page = PlayBrief.Markdown(trail.Read());

        Assert.Matches(@"Distance from the local maximum: about \+\d+\.\d+ % \(.* to .*\)\.", page);
        Assert.Contains("what the best of the next three hypotheses would add if they do as the 3 concluded ones did", page, StringComparison.Ordinal);
        Assert.Contains("not enough experiments (n\\<3)", PlayBrief.Markdown(new Trail().Read()), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ThreeExactNothings_LeavesOnlyThePriorsShare()
    {
        // Spread: one prior experiment of 0.05 among four, 0.05 / sqrt(4); the best of one normal around 0 is worth 0.3989 of it.
        var maximum = LocalMaximum.Of([.. Enumerable.Repeat(new TriedEffect(0, 1e-9), 3)], 1);

        Assert.Equal(Math.Exp(0.3989422804 * 0.025) - 1, maximum.Distance!.Value, 5);
        Assert.Equal(0, maximum.Lowest);
    }

    [Fact]
    public void Of_MoreThatDidNothing_ComesNearer()
    {
        var distances = new[] { 3, 6, 12, 24 }.Select(count => LocalMaximum.Of([.. Enumerable.Repeat(new TriedEffect(0, 0.01), count)], 3).Distance!.Value).ToList();

        Assert.Equal(distances.OrderDescending(), distances);
        Assert.True(distances[0] > 2 * distances[3]);
    }

    [Fact]
    public void Of_LargerEffects_IsFarther() => Assert.True(
        LocalMaximum.Of([new(0.2, 0.02), new(-0.1, 0.02), new(0.15, 0.02)], 3).Distance > 3 * LocalMaximum.Of([new(0.02, 0.02), new(-0.01, 0.02), new(0.01, 0.02)], 3).Distance);

    [Fact]
    public void Of_NoiseAlone_MovesThePriorLittle()
    {
        var noisy = LocalMaximum.Of([new(0.4, 0.5), new(-0.3, 0.5), new(0.3, 0.5)], 3).Distance!.Value;
        var prior = Math.Exp(0.8462843753 * 0.05) - 1;

        Assert.InRange(noisy, 0.9 * prior, 1.2 * prior);
    }

    [Fact]
    public void Of_MoreHypothesesOpen_IsFarther() => Assert.True(
        LocalMaximum.Of([.. Enumerable.Repeat(new TriedEffect(0, 0.01), 3)], 5).Distance > LocalMaximum.Of([.. Enumerable.Repeat(new TriedEffect(0, 0.01), 3)], 1).Distance);

    [Fact]
    public void Read_HaltedExperiments_DoNotCount()
    {
        var trail = new Trail().Ends(-20, 1, DecisionKind.Halt, 0.5).Ends(-10, 2, DecisionKind.Iterate, 0.01).Ends(-5, 3, DecisionKind.Revert, -0.04);

        Assert.Equal((2, (double?)null), (trail.Read().Maximum.Experiments, trail.Read().Maximum.Distance));
    }

    [Fact]
    [Trait("Req", "S0-008")]
    public void Level_DistanceKnown_IsTheEstimatedMaximum()
    {
        var maximum = new LocalMaximum(3, 3, 0.05, 0, 0.1, "");

        Assert.Equal(105, maximum.Level(100, false)!.Value, 9);
        Assert.Equal(95, maximum.Level(100, true)!.Value, 9);
    }
}
