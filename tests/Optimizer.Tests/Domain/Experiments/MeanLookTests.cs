using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

public class MeanLookTests
{
    private static readonly MeanLook Look = new(20_000);

    [Fact]
    public void At_BetterMean_GivesEvidenceForIt()
    {
        var look = Look.At(Means((5000, 100, 900), (5000, 105, 900)), 1);

        Assert.True(look.LogBetter > Math.Log(1000));
        Assert.Equal(double.NegativeInfinity, look.LogWorse);
        Assert.True(look.ChanceToWin > 0.9999);
        Assert.Equal(0.05, look.Lift!.Value, 12);
    }

    [Fact]
    public void At_LowerIsBetter_MirrorsTheGroups()
    {
        var falls = new MeanLook(20_000, lowerIsBetter: true).At(Means((5000, 105, 900), (5000, 100, 900)), 1);
        var rises = Look.At(Means((5000, 100, 900), (5000, 105, 900)), 1);

        Assert.Equal(rises.LogBetter, falls.LogBetter, 9);
        Assert.Equal(rises.LogWorse, falls.LogWorse);
        Assert.Equal(rises.ChanceToWin, falls.ChanceToWin, 9);
        Assert.Equal(1 - (100 / 105.0), falls.Gain!.Value, 12);
    }

    [Fact]
    public void At_MeanBelowZero_ComparesAbsolutely()
    {
        var look = Look.At(Means((5000, -10, 900), (5000, -5, 900)), 1);

        Assert.True(look.LogBetter > Math.Log(1000));
        Assert.Equal(0.5, look.Lift!.Value, 12);
    }

    [Fact]
    public void At_NothingVaries_SaysNothingEitherWay()
    {
        var look = Look.At(Means((100, 0, 0), (100, 0, 0)), 1);

        Assert.Equal(
            (double.NegativeInfinity, double.NegativeInfinity, 0.5, null), (look.LogBetter, look.LogWorse, look.ChanceToWin, look.Lift));
    }

    [Fact]
    public void At_NoUnits_SaysNothingEitherWay() =>
        Assert.Equal(double.NegativeInfinity, Look.At(Means((0, 0, 0), (0, 0, 0)), 1).LogBetter);

    [Fact]
    public void At_Revenue_CountsThoseWhoHaveAValue()
    {
        var buyers = new ExperimentDay<ValueMoments>(
            [0.5, 0.5], [new(Moments.FromMean(500, 2, 40), 30), new(Moments.FromMean(400, 2, 40), 24)]);

        Assert.Equal(24, Look.At(Tally<ValueMoments>.Empty.With(buyers), 1).FewestActive);
    }

    [Fact]
    public void At_SplitThatMovesWhileTheMeanFalls_SeesNoEffect()
    {
        var tally = Tally<Moments>.Empty
            .With(new([0.9, 0.1], [Moments.FromMean(9000, 100, 900), Moments.FromMean(1000, 100, 900)]))
            .With(new([0.1, 0.9], [Moments.FromMean(1000, 50, 900), Moments.FromMean(9000, 50, 900)]));

        var look = Look.At(tally, 1);

        Assert.Equal(0, look.Lift!.Value, 12);
        Assert.True(look.LogWorse < 0);
    }

    private static Tally<Moments> Means(params (long Count, double Mean, double Variance)[] groups) => Tally<Moments>.Empty.With(
        new([.. groups.Select(_ => 1.0 / groups.Length)], [.. groups.Select(group => Moments.FromMean(group.Count, group.Mean, group.Variance))]));
}
