using Optimizer.Statistics.Series;

namespace Optimizer.Tests.Statistics.Series;

public class ExponentialAverageTests
{
    [Fact]
    [Trait("Req", "S3-021")]
    public void Last_SpanOfThree_HalvesOlderDays() => Assert.Equal((8 / 8.0) + (4 / 8.0) + (2 / 4.0) + (5 / 2.0), ExponentialAverage.Last([8, 4, 2, 5], 3));

    [Fact]
    public void Last_SpanOfOne_IsTheLastValue() => Assert.Equal(7, ExponentialAverage.Last([3, 9, 7], 1));

    [Fact]
    public void VarianceShare_SpanOfThree_IsOneThird() => Assert.Equal(1.0 / 3, ExponentialAverage.VarianceShare(3), 1e-15);

    [Fact]
    public void Last_NoValuesOrNoSpan_Throws()
    {
        Assert.Throws<ArgumentException>(() => ExponentialAverage.Last([], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExponentialAverage.Last([1], 0));
    }
}
