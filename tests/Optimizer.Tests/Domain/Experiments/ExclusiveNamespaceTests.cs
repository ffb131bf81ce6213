using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

public class ExclusiveNamespaceTests
{
    [Fact]
    public void Claim_TenTenths_FillsTheNamespace()
    {
        var full = Enumerable.Range(0, 10).Aggregate(
            ExclusiveNamespace.Empty("checkout"), (space, i) => space.Claim($"exp-{i}", 0.1)!);

        Assert.Equal(10, full.Slices.Count);
        Assert.Null(full.Claim("exp-10", 0.001));
    }

    [Fact]
    public void Claim_AfterRelease_TakesTheGapAndMovesNobody()
    {
        var space = ExclusiveNamespace.Empty("checkout").Claim("a", 0.3)!.Claim("b", 0.3)!.Claim("c", 0.4)!;
        var reused = space.Release("b").Claim("d", 0.2)!;

        Assert.Equal(space.SliceOf("b")!.Range.Start, reused.SliceOf("d")!.Range.Start);
        Assert.Equal(space.SliceOf("a"), reused.SliceOf("a"));
        Assert.Equal(space.SliceOf("c"), reused.SliceOf("c"));
        Assert.Null(reused.SliceOf("b"));
    }

    [Fact]
    public void Claim_GapTooShort_IsNull() =>
        Assert.Null(ExclusiveNamespace.Empty("checkout").Claim("a", 0.6)!.Claim("b", 0.5));

    [Theory]
    [InlineData(0)]
    [InlineData(0.0009)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Claim_ShareOutsideItsRange_IsRefused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExclusiveNamespace.Empty("checkout").Claim("a", share));

    [Fact]
    public void Claim_SecondSliceOfOneExperiment_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ExclusiveNamespace.Empty("checkout").Claim("a", 0.2)!.Claim("a", 0.2));

    [Fact]
    public void Construction_OverlappingSlices_NamesBoth()
    {
        var error = Assert.Throws<ArgumentException>(() => new ExclusiveNamespace(
            "checkout", [Slice("b", 0.4, 1), Slice("a", 0, 0.5)]));

        Assert.Contains("'a' (to 0.5) and 'b' (from 0.4) overlap", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Construction_SliceOfAnotherNamespace_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ExclusiveNamespace("pricing", [Slice("a", 0, 1)]));

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(-0.1, 0.5)]
    [InlineData(0.5, 1.1)]
    public void SliceConstruction_EmptyOrOffTheLine_IsRefused(double start, double end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Slice("a", start, end));

    private static NamespaceSlice Slice(string experiment, double start, double end) =>
        new("checkout", experiment, new AllocationRange(start, end));
}
