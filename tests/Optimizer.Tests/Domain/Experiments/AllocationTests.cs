using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

public class AllocationTests
{
    [Fact]
    [Trait("Req", "S2-048")]
    [Trait("Req", "C21")]
    public void Equal_TwoVariants_SplitsFiftyFifty() =>
        Assert.Equal([new AllocationRange(0, 0.5), new AllocationRange(0.5, 1)], Allocation.Equal(2).Ranges);

    [Fact]
    [Trait("Req", "S2-134")]
    public void Equal_ThreeVariants_SplitsInThirds() =>
        Assert.All(Allocation.Equal(3).Ranges, range => Assert.Equal(1.0 / 3, range.Length, 12));

    [Fact]
    public void Ranges_ReducedCoverage_KeepTheirStart() =>
        Assert.Equal([0, 0.2, 0.5], new Allocation([0.2, 0.3, 0.5], 0.2).Ranges.Select(range => range.Start));

    [Theory]
    [InlineData(0.03, 0)]
    [InlineData(0.05, null)]
    [InlineData(0.21, 1)]
    [InlineData(0.55, 2)]
    [InlineData(0.99, null)]
    public void VariantAt_ReducedCoverage_IsInsideOrNone(double position, int? variant) =>
        Assert.Equal(variant, new Allocation([0.2, 0.3, 0.5], 0.2).VariantAt(position));

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void VariantAt_OffTheLine_IsRefused(double position) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Equal(2).VariantAt(position));

    [Fact]
    public void Construction_WeightsNotSummingToOne_SaysTheSum()
    {
        var error = Assert.Throws<ArgumentException>(() => new Allocation([0.7, 0.6]));

        Assert.Contains("0.7 + 0.6 sum to 1.2999999999999998; they sum to 1.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Construction_NearlyOneByMoreThanTheTolerance_IsRefusedThoughCompatibleRangesTakeIt()
    {
        double[] weights = [0.4, 0.5999];

        Assert.Throws<ArgumentException>(() => new Allocation(weights));
        Assert.Equal(0.4, CompatibleAssignment.Ranges(2, 1, weights)[0].End);
    }

    [Theory]
    [InlineData(-0.5, 1.5)]
    [InlineData(double.NaN, 1)]
    public void Construction_WeightOutsideZeroToOne_IsRefused(double first, double second) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Allocation([first, second]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void Construction_CoverageOutsideZeroToOne_IsRefused(double coverage) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Equal(2, coverage));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void Equal_FewerThanTwo_IsRefused(int variants) =>
        Assert.Throws<ArgumentException>(() => Allocation.Equal(variants));

    [Fact]
    public void Construction_ZeroWeight_TakesNoUnit() =>
        Assert.Equal(0, new Allocation([0.5, 0, 0.5]).Ranges[1].Length);

    [Fact]
    public void Equality_SameNumbers_AreEqual()
    {
        Assert.Equal(new Allocation([0.4, 0.6], 0.5), new Allocation([0.4, 0.6]).WithCoverage(0.5));
        Assert.Equal(new Allocation([0.4, 0.6]).GetHashCode(), new Allocation([0.4, 0.6]).GetHashCode());
        Assert.NotEqual(new Allocation([0.4, 0.6]), new Allocation([0.6, 0.4]));
    }
}
