using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

public class ExperimentDayTests
{
    public static readonly TheoryData<double[]> WrongWeights = new()
    {
        new[] { 1.0 },
        new[] { 0.5, 0.6 },
        new[] { -0.5, 1.5 },
        new[] { double.NaN, 0.5 },
    };

    [Theory]
    [MemberData(nameof(WrongWeights))]
    public void Constructor_NoSplit_IsRefused(double[] weights) => Assert.Equal(
        "weights", Assert.Throws<ArgumentException>(() => new ExperimentDay<Proportion>(weights, new Proportion[weights.Length])).ParamName);

    [Fact]
    public void Constructor_OneSampleTooFew_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ExperimentDay<Proportion>([0.5, 0.5], [default]));

    [Fact]
    public void Constructor_ListChangedLater_StaysTheDay()
    {
        var weights = new[] { 0.5, 0.5 };
        var day = new ExperimentDay<Proportion>(weights, new Proportion[2]);

        weights[0] = 7;

        Assert.Equal([0.5, 0.5], day.Weights);
    }

    [Fact]
    public void SameWeights_OtherSplitOrNumberOfVariants_IsNot()
    {
        var even = Days.Of((1, 0), (1, 0));

        Assert.True(even.SameWeights(Days.Split([0.5 + 1e-15, 0.5], (9, 1), (9, 1))));
        Assert.False(even.SameWeights(Days.Split([0.500001, 0.499999], (1, 0), (1, 0))));
        Assert.False(even.SameWeights(Days.Split([0.5, 0.5, 0], (1, 0), (1, 0), (0, 0))));
        Assert.False(Days.Split([0.5, 0.5, 0], (1, 0), (1, 0), (0, 0)).SameWeights(even));
    }
}
