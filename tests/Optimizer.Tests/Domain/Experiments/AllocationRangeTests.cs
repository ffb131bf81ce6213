using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

public class AllocationRangeTests
{
    [Theory]
    [InlineData(0.2, true)]
    [InlineData(0.39, true)]
    [InlineData(0.4, false)]
    [InlineData(0.19, false)]
    public void Contains_HalfOpen_HasStartNotEnd(double position, bool inside) =>
        Assert.Equal(inside, new AllocationRange(0.2, 0.4).Contains(position));

    [Fact]
    public void Overlaps_TouchingRanges_ShareNothing() =>
        Assert.False(new AllocationRange(0, 0.5).Overlaps(new AllocationRange(0.5, 1)));

    [Fact]
    public void Overlaps_SharedPart_IsSymmetric()
    {
        var low = new AllocationRange(0, 0.6);
        var high = new AllocationRange(0.5, 1);

        Assert.True(low.Overlaps(high));
        Assert.True(high.Overlaps(low));
    }

    [Fact]
    public void Length_Reversed_IsZero() => Assert.Equal(0, new AllocationRange(0.5, 0.2).Length);

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    public void Construction_NotFinite_IsRefused(double start, double end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AllocationRange(start, end));
}
