using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

public class ConversionLookTests
{
    private static readonly ConversionLook Look = new();

    [Fact]
    public void At_NobodyConverted_SaysNothingEitherWay()
    {
        var look = Look.At(Days.Tally(Days.Of((500, 0), (500, 0))), 1);

        Assert.Equal((0.0, 0.0, null), (look.LogBetter, look.LogWorse, look.Lift));
        Assert.Equal(0.5, look.ChanceToWin, 10);
    }

    [Fact]
    public void At_NoUnits_SaysNothingEitherWay()
    {
        var look = Look.At(Days.Tally(Days.Of((0, 0), (0, 0))), 1);

        Assert.Equal((0L, 0.0, 0.0), (look.FewestUnits, look.LogBetter, look.LogWorse));
        Assert.Equal(0.5, look.ChanceToWin, 10);
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void At_VariantConvertsNobody_ProvesHarmAfterAFewConverters(long controlConverted, bool proven)
    {
        var look = Look.At(Days.Tally(Days.Of((150, controlConverted), (150, 0))), 1);

        Assert.Equal(proven, look.LogWorse >= Math.Log(20));
        Assert.True(look.ChanceToWin < 0.01);
    }

    [Fact]
    public void At_LowerIsBetter_MirrorsTheGroups()
    {
        var (here, there) = (Days.Tally(Days.Of((1000, 60), (1000, 40))), Days.Tally(Days.Of((1000, 40), (1000, 60))));

        var falls = new ConversionLook(lowerIsBetter: true).At(here, 1);
        var rises = Look.At(there, 1);

        Assert.Equal(rises.LogBetter, falls.LogBetter, 9);
        Assert.Equal(rises.LogWorse, falls.LogWorse, 9);
        Assert.Equal(rises.ChanceToWin, falls.ChanceToWin, 9);
        Assert.Equal(1 / 3.0, falls.Gain!.Value, 9);
        Assert.Equal(-1 / 3.0, falls.Lift!.Value, 9);
    }

    [Fact]
    public void At_MostUnitsConvert_HearsThoseWhoDoNot()
    {
        var look = Look.At(Days.Tally(Days.Of((1000, 900), (1000, 950))), 1);

        Assert.True(look.LogBetter > Math.Log(10));
        Assert.True(Days.Follow(Days.Of((1000, 900), (1000, 950))).Read().Variants[0].Today.LogWorse < 0);
    }

    [Fact]
    public void At_SplitThatMovesWhileTheBaseRateFalls_SeesNoEffect()
    {
        var early = Enumerable.Repeat(Days.Split([0.9, 0.1], (1800, 180), (200, 20)), 7);
        var late = Enumerable.Repeat(Days.Split([0.1, 0.9], (200, 10), (1800, 90)), 7);

        var stratified = Days.Follow([.. early, .. late]);
        var pooled = Days.Follow(Days.Of((14_000, 1330), (14_000, 770)));

        Assert.Equal(0, Lift(stratified), 9);
        Assert.Equal(DecisionKind.Extend, Kind(stratified));
        Assert.Equal(-0.421, Lift(pooled), 3);
        Assert.Equal(DecisionKind.Revert, Kind(pooled));

        static double Lift(ExperimentProgress<Proportion> progress) => progress.Read().Variants[0].Today.Lift!.Value;

        static DecisionKind Kind(ExperimentProgress<Proportion> progress) =>
            DecisionRule.Decide(progress.Read(), progress.Health(), new() { EndDay = 28 }).Kind;
    }
}
