using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Sequential;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Sequential;

public class ConfidenceSequenceTests
{
    private static readonly ConfidenceSequence Sequence = new(0.05, 10_000);

    [Fact]
    public void Interval_MoreUnits_IsNarrower()
    {
        var width = double.PositiveInfinity;
        for (var total = 100.0; total < 1e9; total *= 2)
        {
            var interval = Sequence.Interval(1, 3 / Math.Sqrt(total), total);

            Assert.True(interval.Upper - interval.Lower < width);
            width = interval.Upper - interval.Lower;
        }
    }

    [Theory]
    [InlineData(Side.Two)]
    [InlineData(Side.Greater)]
    public void Multiplier_AnyTotal_ExceedsTheFixedHorizonAndIsLeastNearTheTuning(Side side)
    {
        var fixedHorizon = side == Side.Two ? 1.959963984540054 : 1.6448536269514722;

        Assert.True(Sequence.Multiplier(10_000, side) > fixedHorizon);
        Assert.True(Sequence.Multiplier(10_000, side) < Sequence.Multiplier(100, side));
        Assert.True(Sequence.Multiplier(10_000, side) < Sequence.Multiplier(1e8, side));
    }

    [Theory]
    [InlineData(Side.Two, 0.05)]
    [InlineData(Side.Greater, 0.05)]
    [InlineData(Side.Lesser, 0.01)]
    public void PValue_IntervalEndsAtZero_IsAlpha(Side side, double alpha)
    {
        var sequence = new ConfidenceSequence(alpha, 10_000);
        var estimate = (side == Side.Lesser ? -0.1 : 0.1) * sequence.Multiplier(4_000, side);

        Near.Equal(alpha, sequence.PValue(estimate, 0.1, 4_000, side), 1e-12);
        if (side != Side.Two)
        {
            Near.Equal(-Math.Log(alpha), sequence.LogEvidence(estimate, 0.1, 4_000, side), 1e-12);
        }
    }

    [Fact]
    public void LogEvidence_LargerEffect_IsStronger()
    {
        var before = double.NegativeInfinity;
        for (var estimate = 0.01; estimate < 10; estimate *= 1.2)
        {
            var evidence = Sequence.LogEvidence(estimate, 0.1, 4_000, Side.Greater);

            Assert.True(evidence > before);
            Assert.Equal(evidence, Sequence.LogEvidence(-estimate, 0.1, 4_000, Side.Lesser));
            before = evidence;
        }

        Assert.Equal(double.NegativeInfinity, Sequence.LogEvidence(-1, 0.1, 4_000, Side.Greater));
    }

    [Fact]
    public void OneSided_AlphaFromAHalf_Refused()
    {
        Refused.For("side", Side.Greater, () => new ConfidenceSequence(0.5, 100).Multiplier(100, Side.Greater));
        Refused.For("side", Side.Lesser, () => new ConfidenceSequence(0.7, 100).Interval(1, 1, 100, Side.Lesser));
    }

    [Fact]
    public void Use_Impossible_Refused()
    {
        Refused.For("side", Side.Two, () => Sequence.LogEvidence(1, 1, 10, Side.Two));
        Refused.For("side", (Side)9, () => Sequence.PValue(1, 1, 10, (Side)9));
        Refused.For("standardError", 0.0, () => Sequence.PValue(1, 0, 10));
        Refused.For("estimate", double.NaN, () => Sequence.Interval(double.NaN, 1, 10));
        Refused.For("total", 0.0, () => Sequence.Multiplier(0));
        Refused.For("alpha", 0.0, () => new ConfidenceSequence(0, 10));
        Refused.For("tuning", -1.0, () => new ConfidenceSequence(0.05, -1));
    }
}
