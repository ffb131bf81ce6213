using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Samples;

public class MomentsTests
{
    [Fact]
    public void With_LargeValuesSmallSpread_KeepsTheVariance()
    {
        var sample = default(Moments).With(1e9 + 4).With(1e9 + 7).With(1e9 + 13).With(1e9 + 16);

        Near.Equal(30, sample.Variance, 1e-15);
        Near.Equal(1e9 + 10, sample.Mean, 1e-15);
        Near.Equal(4e9 + 40, sample.Sum, 1e-15);
    }

    [Fact]
    public void Variance_FewerThanTwoUnits_IsZero()
    {
        Assert.Equal(0, default(Moments).Variance);
        Assert.Equal(0, default(Moments).With(5).Variance);
    }

    [Fact]
    public void FromMean_OwnMeanAndVariance_GivesTheSample()
    {
        var sample = default(Moments).With(1).With(4).With(7);

        var rebuilt = Moments.FromMean(3, sample.Mean, sample.Variance);

        Assert.Equal(sample, rebuilt);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Build_NotFinite_Refused(double bad)
    {
        Refused.For("value", bad, () => default(Moments).With(bad));
        Refused.For("sum", bad, () => Moments.FromSums(2, bad, 1));
        Refused.For("sumOfSquares", bad, () => Moments.FromSums(2, 1, bad));
        Refused.For("mean", bad, () => Moments.FromMean(2, bad, 1));
        Refused.For("variance", bad, () => Moments.FromMean(2, 1, bad));
    }

    [Fact]
    public void FromSums_Impossible_Refused()
    {
        Refused.For("count", -1L, () => Moments.FromSums(-1, 0, 0));
        Refused.For("sumOfSquares", -1.0, () => Moments.FromSums(2, 0, -1));
        Refused.For("sumOfSquares", 49.9, () => Moments.FromSums(2, 10, 49.9));
        Refused.For("sumOfSquares", 100.0, () => Moments.FromSums(1, 1, 100));
    }

    [Fact]
    public void Build_ValuesWithoutUnits_Refused()
    {
        Refused.For("sum", 3.0, () => Moments.FromSums(0, 3, 0));
        Refused.For("sumOfSquares", 3.0, () => Moments.FromSums(0, 0, 3));
        Refused.For("mean", 3.0, () => Moments.FromMean(0, 3, 0));
        Refused.For("variance", 3.0, () => Moments.FromMean(0, 0, 3));
        Assert.Equal(default, Moments.FromSums(0, 0, 0));
        Assert.Equal(default, Moments.FromMean(0, 0, 0));
    }

    [Fact]
    public void FromSums_ConstantMetricRounded_HasNoVariance()
    {
        var sample = Moments.FromSums(3, 0.1 + 0.1 + 0.1, (0.1 * 0.1) + (0.1 * 0.1) + (0.1 * 0.1));

        Assert.InRange(sample.Variance, 0, 1e-17);
    }

    [Fact]
    public void Add_CountsBeyondLong_Overflows()
    {
        var full = Moments.FromMean(long.MaxValue, 1, 1);

        Assert.Throws<OverflowException>(() => full + default(Moments).With(1));
        Assert.Throws<OverflowException>(() => full.With(1));
    }
}
