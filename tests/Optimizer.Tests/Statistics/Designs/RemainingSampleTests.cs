using Optimizer.Statistics.Designs;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Designs;

public class RemainingSampleTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(5_000.0)]
    public void Find_SampleScaled_ReachesThePower(double? tuning)
    {
        var remaining = RemainingSample.Find(0.05, 4_000, 0.06, 0.8, 0.05, tuning);

        var scaled = RemainingSample.Find(
            0.05 / Math.Sqrt(1 + remaining.ScalingFactor), 4_000 * (1 + remaining.ScalingFactor), 0.06, 0.8 - 1e-6, 0.05, tuning);

        Near.Equal(0.8, scaled.PowerNow, 1e-7);
        Assert.Equal(0, scaled.ScalingFactor);
    }

    [Fact]
    public void Find_SmallerEffect_NeedsMore()
    {
        var before = double.PositiveInfinity;
        for (var effect = 0.01; effect < 0.1; effect += 0.01)
        {
            var factor = RemainingSample.Find(0.05, 4_000, effect, 0.8, 0.05, null).ScalingFactor;

            Assert.True(factor < before);
            before = factor;
        }
    }

    [Fact]
    public void Find_Impossible_Refused()
    {
        Refused.For("targetEffect", 0.0, () => RemainingSample.Find(0.1, 10, 0, 0.8, 0.05, null));
        Refused.For("targetPower", 1.0, () => RemainingSample.Find(0.1, 10, 0.1, 1, 0.05, null));
    }
}
