using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;

namespace Optimizer.Tests.Domain.Experiments;

public class HealthTests
{
    [Fact]
    public void Of_TwoSplits_MultipliesTheirEvidence()
    {
        ExperimentDay<Proportion> even = Days.Of((500, 0), (560, 0)), uneven = Days.Split([0.9, 0.1], (900, 0), (130, 0));

        Assert.Equal(
            Health.Of(Days.Tally(even)).LogSampleRatio + Health.Of(Days.Tally(uneven)).LogSampleRatio,
            Health.Of(Days.Tally(even, uneven)).LogSampleRatio, 9);
    }

    [Fact]
    public void Of_UnitsWithoutTraffic_IsBeyondDoubt() => Assert.Equal(
        double.PositiveInfinity, Health.Of(Days.Tally(Days.Split([1, 0], (900, 0), (1, 0)))).LogSampleRatio);

    [Fact]
    public void Constructor_NoNumberOrWords_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Health(double.NaN));
        Assert.Throws<ArgumentException>(() => new Health(0, " "));
        Assert.Throws<ArgumentException>(() => new Health(0) with { Fault = "" });
    }
}
