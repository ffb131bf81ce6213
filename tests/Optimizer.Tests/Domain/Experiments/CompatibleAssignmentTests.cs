using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

public class CompatibleAssignmentTests
{
    public static TheoryData<double, double[]?> Mended => new()
    {
        { 1, null },
        { 1.5, null },
        { 1, [0.7, 0.6] },
        { 1, [0.4, 0.1] },
        { 1, [0.2, 0.3, 0.5] },
        { 1, [double.NaN, 1] },
        { 1, [double.PositiveInfinity, 1] },
    };

    [Theory]
    [MemberData(nameof(Mended))]
    public void Ranges_UnusableWeightsOrCoverage_FallBackToEqual(double coverage, double[]? weights) =>
        Assert.Equal([new AllocationRange(0, 0.5), new AllocationRange(0.5, 1)], CompatibleAssignment.Ranges(2, coverage, weights));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void Ranges_CoverageOfNothing_AreEmpty(double coverage) =>
        Assert.All(CompatibleAssignment.Ranges(2, coverage, null), range => Assert.Equal(0, range.Length));

    [Fact]
    public void VariantIndex_BetweenRanges_IsMinusOne() =>
        Assert.Equal(-1, CompatibleAssignment.VariantIndex(0.25, [new AllocationRange(0, 0.25), new AllocationRange(0.5, 0.75)]));

    [Fact]
    public void VariantIndex_EmptyRange_IsPassedOver() =>
        Assert.Equal(1, CompatibleAssignment.VariantIndex(0.5, [new AllocationRange(0.5, 0.5), new AllocationRange(0.5, 1)]));

    [Theory]
    [InlineData("3", "namespace2", true)]
    [InlineData("4", "namespace2", true)]
    [InlineData("3", "namespace1", false)]
    public void InNamespace_PublishedCases_AreEqual(string unit, string name, bool inside) =>
        Assert.Equal(inside, CompatibleAssignment.InNamespace(unit, name, 0, 0.4));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public void EqualWeights_NoVariants_AreNone(int count) => Assert.Empty(CompatibleAssignment.EqualWeights(count));

    [Fact]
    public void EqualWeights_Three_AreAThirdEach() =>
        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3], CompatibleAssignment.EqualWeights(3));
}
