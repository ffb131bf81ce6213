using Optimizer.Domain.Monitoring;

namespace Optimizer.Tests.Domain.Monitoring;

public class ClassBandsTests
{
    [Theory]
    [InlineData(0.10, KpiClass.Normal)]
    [InlineData(-0.10, KpiClass.Normal)]
    [InlineData(0.1001, KpiClass.Growth)]
    [InlineData(-0.1001, KpiClass.Decline)]
    [Trait("Req", "S0-017")]
    public void Of_AroundNormal_ExactLimitIsNormal(double change, KpiClass expected) => Assert.Equal(expected, new ClassBands().Of(change));

    [Theory]
    [InlineData(-0.20, KpiClass.Decline)]
    [InlineData(-0.2001, KpiClass.Drop)]
    [InlineData(-1, KpiClass.Drop)]
    [Trait("Req", "S0-019")]
    public void Of_AroundDrop_OnlyMoreIsADrop(double change, KpiClass expected) => Assert.Equal(expected, new ClassBands().Of(change));

    [Theory]
    [InlineData(0.50, KpiClass.Growth)]
    [InlineData(0.5001, KpiClass.Spike)]
    [Trait("Req", "S0-020")]
    public void Of_AroundSpike_OnlyMoreIsASpike(double change, KpiClass expected) => Assert.Equal(expected, new ClassBands().Of(change));

    [Fact]
    public void Of_LimitMissedByRounding_FallsOnTheMilderSide()
    {
        var rounded = (110.0 / 100) - 1;

        Assert.True(rounded > 0.10);
        Assert.Equal(KpiClass.Normal, new ClassBands().Of(rounded));
    }

    [Theory]
    [InlineData(0, 0.1, 0.2, 0.5)]
    [InlineData(0.1, 0.1, 0.2, 0.5)]
    [InlineData(0.02, 0.2, 0.02, 0.5)]
    [InlineData(0.02, 0.1, 1, 0.5)]
    [InlineData(0.02, 0.1, 0.2, 0.02)]
    [InlineData(double.NaN, 0.1, 0.2, 0.5)]
    public void Constructor_LimitsThatOverlap_Throws(double plateau, double normal, double drop, double spike) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClassBands(plateau, normal, drop, spike));

    [Theory]
    [InlineData(-0.0501, KpiClass.Drop)]
    [InlineData(-0.05, KpiClass.Normal)]
    [InlineData(0.0801, KpiClass.Spike)]
    [InlineData(0.08, KpiClass.Normal)]
    [Trait("Req", "C10")]
    public void Of_DropAndSpikeWithinNormal_Win(double change, KpiClass expected) =>
        Assert.Equal(expected, new ClassBands(normal: 0.10, drop: 0.05, spike: 0.08).Of(change));

    [Fact]
    public void Of_NotFinite_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new ClassBands().Of(double.NaN));
}
