using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Comparisons;

public class ComparisonTests
{
    private static readonly Moments Control = Moments.FromMean(50, 10, 4);
    private static readonly Moments Variant = Moments.FromMean(80, 11, 9);

    [Fact]
    public void Between_Absolute_IsWelchs()
    {
        var (a, b) = (4.0 / 50, 9.0 / 80);

        var estimate = Comparison.Between(Control, Variant, Scale.Absolute)!.Value;

        Near.Equal(1, estimate.Value, 1e-14);
        Near.Equal(Math.Sqrt(a + b), estimate.StandardError, 1e-14);
        Near.Equal((a + b) * (a + b) / (a * a / 49 + b * b / 79), estimate.DegreesOfFreedom, 1e-14);
    }

    [Fact]
    public void Between_NegativeControlMean_RelativeKeepsItsSign()
    {
        var estimate = Comparison.Between(Moments.FromMean(50, -10, 4), Moments.FromMean(50, -9, 4), Scale.Relative);

        Near.Equal(0.1, estimate!.Value.Value, 1e-14);
    }

    [Theory]
    [InlineData(1e-95)]
    [InlineData(1e95)]
    public void Between_TinyOrHugeUnit_DegreesAreTheSame(double unit)
    {
        var plain = Comparison.Between(Control, Variant, Scale.Absolute)!.Value;

        var scaled = Comparison.Between(
            Moments.FromMean(50, 10 * unit, 4 * unit * unit), Moments.FromMean(80, 11 * unit, 9 * unit * unit), Scale.Absolute);

        Near.Equal(plain.DegreesOfFreedom, scaled!.Value.DegreesOfFreedom, 1e-12);
    }

    [Fact]
    public void Between_NothingToEstimate_IsNull()
    {
        Assert.Null(Comparison.Between(default(Moments), Variant, Scale.Absolute));
        Assert.Null(Comparison.Between(Control, default(Moments), Scale.Absolute));
        Assert.Null(Comparison.Between(new Proportion(10, 0), new Proportion(10, 0), Scale.Absolute));
        Assert.Null(Comparison.Between(Moments.FromMean(50, 0, 4), Variant, Scale.Relative));
        Assert.Null(Comparison.Between(new Proportion(10, 5), new Proportion(10, 0), Scale.Relative));
    }

    [Fact]
    public void Between_UnknownScale_Refused() =>
        Refused.For("scale", (Scale)9, () => Comparison.Between(Control, Variant, (Scale)9));

    [Fact]
    public void PooledZ_KnownCounts_IsTheTextbookFigure()
    {
        var z = Comparison.PooledZ(new Proportion(1000, 50), new Proportion(1000, 70));

        Near.Equal(0.02 / Math.Sqrt(0.06 * 0.94 * 0.002), z!.Value, 1e-14);
        Assert.Null(Comparison.PooledZ(new Proportion(10, 10), new Proportion(10, 10)));
    }
}
