using Optimizer.Statistics.Comparisons;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Comparisons;

public class EstimateTests
{
    [Fact]
    public void PValue_FarTail_KeepsDigits() =>
        Near.Equal(2 * 5.7255712225245768e-300, new Estimate(37, 1, 1e12).PValue(), 1e-6);

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.001)]
    [InlineData(1e-20)]
    public void Interval_EndAtZero_HasPValueAlpha(double alpha)
    {
        var half = new Estimate(0, 1, 7).Interval(alpha).Upper;

        Near.Equal(alpha, new Estimate(half, 1, 7).PValue(), 1e-12);
        Near.Equal(alpha / 2, new Estimate(half, 1, 7).PValue(Side.Greater), 1e-12);
        Near.Equal(alpha / 2, new Estimate(-half, 1, 7).PValue(Side.Lesser), 1e-12);
    }

    [Fact]
    public void Interval_OneSided_IsOpen()
    {
        Assert.Equal(double.PositiveInfinity, new Estimate(1, 1, 7).Interval(0.05, Side.Greater).Upper);
        Assert.Equal(double.NegativeInfinity, new Estimate(1, 1, 7).Interval(0.05, Side.Lesser).Lower);
    }

    [Fact]
    public void Build_Impossible_Refused()
    {
        Refused.For("value", double.NaN, () => new Estimate(double.NaN, 1, 1));
        Refused.For("standardError", 0.0, () => new Estimate(1, 0, 1));
        Refused.For("side", (Side)9, () => new Estimate(1, 1, 1).PValue((Side)9));
        Refused.For("side", (Side)9, () => new Estimate(1, 1, 1).Interval(0.05, (Side)9));
        Assert.Throws<ArgumentException>(() => new Interval(2, 1));
        Assert.Throws<ArgumentException>(() => new Interval(double.NaN, 1));
    }
}
