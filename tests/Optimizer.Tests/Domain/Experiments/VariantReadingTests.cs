using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

public class VariantReadingTests
{
    private static readonly VariantLook Look = new(100, 100, 0.1, 0.12, 0.6, 0, 0);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void HeldFor48Hours_FewLooks_IsNotKnown(int looks, bool held) =>
        Assert.Equal(held, new VariantReading("B", [.. Enumerable.Repeat(Look, looks)], null, null).HeldFor48Hours(_ => true));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Constructor_NoLookOrTooMany_IsRefused(int looks) => Assert.Equal(
        "Looks", Assert.Throws<ArgumentException>(() => new VariantReading("B", [.. Enumerable.Repeat(Look, looks)], null, null)).ParamName);

    [Fact]
    public void Constructor_NoName_IsRefused() => Assert.Throws<ArgumentException>(() => new VariantReading(" ", [Look], null, null));
}
