using Optimizer.Statistics.Sequential;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Sequential;

// Expected values: the log-gamma formula in mpmath 1.3 at 40 digits.
public class SampleRatioTests
{
    [Theory]
    [InlineData(500, 500, 1, 1, -0.89692139609662971)]
    [InlineData(5_200, 4_800, 1, 1, 5.8787800560706871)]
    [InlineData(1_000_000_000, 1_000_000_000, 1, 1, -8.0602978701459803)]
    [InlineData(1_000_200_000, 999_800_000, 1, 1, 31.939698416521007)]
    [InlineData(3_000_000_000, 1_000_100_000, 3, 1, -4.6576209004651983)]
    [InlineData(0, 0, 1, 1, 0.0)]
    [InlineData(7, 0, 1, 3, 0.29901162783483972)]
    public void LogEvidence_Table_WithinTolerance(long control, long variant, double controlWeight, double variantWeight, double expected) =>
        Near.Equal(expected, SampleRatio.LogEvidence([control, variant], [controlWeight, variantWeight]), 1e-9, 1e-11);

    [Fact]
    public void LogEvidence_ThreeVariantsOneRare_WithinTolerance() =>
        Near.Equal(-1.4451847111311364, SampleRatio.LogEvidence([900, 100, 3], [0.9, 0.1, 0.001]), 1e-11);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 1)]
    [InlineData(2, 5)]
    public void LogEvidence_ExactSplit_NeverAlarms(int control, int variant)
    {
        for (var scale = 1L; scale < 1_000_000_000_000; scale *= 7)
        {
            Assert.True(SampleRatio.LogEvidence([control * scale, variant * scale], [control, variant]) <= 1e-9);
        }
    }

    [Fact]
    public void LogEvidence_UnitInAVariantWithoutWeight_IsInfinite()
    {
        Assert.Equal(double.PositiveInfinity, SampleRatio.LogEvidence([10, 1], [1, 0]));
        Near.Equal(0, SampleRatio.LogEvidence([10, 0], [1, 0]), 0, 1e-12);
    }

    [Fact]
    public void ChiSquaredPValue_KnownSplit_IsTheTextbookFigure()
    {
        Near.Equal(6.3342483666239957e-05, SampleRatio.ChiSquaredPValue([5_200, 4_800], [1, 1]), 1e-12);
        Assert.Equal(1, SampleRatio.ChiSquaredPValue([0, 0], [1, 1]));
    }

    [Fact]
    public void LogEvidence_Impossible_Refused()
    {
        Refused.For("counts", -1L, () => SampleRatio.LogEvidence([-1, 2], [1, 1]));
        Refused.For("weights", -1.0, () => SampleRatio.LogEvidence([1, 2], [2, -1]));
        Refused.For("weights", 0.0, () => SampleRatio.LogEvidence([1, 2], [0, 0]));
        Refused.For("concentration", 0.0, () => SampleRatio.LogEvidence([1, 2], [1, 1], 0));
        Assert.Throws<ArgumentException>(() => SampleRatio.LogEvidence([1, 2], [1]));
        Assert.Throws<OverflowException>(() => SampleRatio.LogEvidence([long.MaxValue, 2], [1, 1]));
    }
}
