using Optimizer.Statistics.Designs;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Designs;

public class PowerTests
{
    [Theory]
    [InlineData(0.8, 20_000)]
    [InlineData(0.95, 100_000)]
    public void MinimumDetectableEffect_Planned_ReachesThePower(double target, double perGroup)
    {
        var power = Power.FixedHorizon(0.05);

        var effect = power.MinimumDetectableEffect(target, 0.05, 0.0475, perGroup)!.Value;

        Near.Equal(target, power.Planned(effect, 0.05, 0.0475, perGroup), 1e-5);
    }

    [Fact]
    public void Of_LargerEffect_IsMoreLikelyFound()
    {
        var power = Power.FixedHorizon(0.05);
        var before = 0.0;
        for (var effect = 0.0; effect < 0.5; effect += 0.01)
        {
            Assert.True(power.Of(effect, 0.05) > before);
            Near.Equal(power.Of(effect, 0.05), power.Of(-effect, 0.05), 1e-14);
            before = power.Of(effect, 0.05);
        }

        Near.Equal(0.05, power.Of(0, 0.05), 1e-12);
    }

    [Fact]
    public void AlwaysValid_SameSample_IsLessPowerfulThanOneLook() =>
        Assert.True(Power.AlwaysValid(0.05, 1000, 1000).Of(0.1, 0.04) < Power.FixedHorizon(0.05).Of(0.1, 0.04));

    [Fact]
    public void Use_Impossible_Refused()
    {
        var power = Power.FixedHorizon(0.05);

        Refused.For("alpha", 1.0, () => Power.FixedHorizon(1));
        Refused.For("effect", double.NaN, () => power.Planned(double.NaN, 1, 1, 10));
        Refused.For("variance", 0.0, () => power.Planned(0.1, 1, 0, 10));
        Refused.For("mean", 0.0, () => power.Planned(0.1, 0, 1, 10));
        Refused.For("power", 0.02, () => power.MinimumDetectableEffect(0.02, 1, 1, 100));
    }
}
