using Optimizer.Statistics.Designs;
using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;
using Optimizer.Testing;

namespace Optimizer.Tests.Statistics.Designs;

public class ThompsonAllocationTests
{
    [Fact]
    public void ChanceOfBest_TwoNormals_IsTheNormalDifference()
    {
        var (control, variant) = (Moments.FromMean(1_000, 10, 400), Moments.FromMean(100, 11, 900));
        var difference = new Normal(1, Math.Sqrt(400 / 1_000.0 + 900 / 100.0));

        var chances = ThompsonAllocation.ChanceOfBest([control, variant])!;
        var lowest = ThompsonAllocation.ChanceOfBest([control, variant], lowerIsBetter: true)!;

        Near.Equal(difference.Survival(0), chances[1], 1e-11);
        Near.Equal(chances[1], lowest[0], 1e-11);
    }

    [Fact]
    public void ChanceOfBest_NarrowFarApart_StillSumsToOne()
    {
        var chances = ThompsonAllocation.ChanceOfBest(
            [Moments.FromMean(1_000_000, 1, 1e-12), Moments.FromMean(1_000_000, 1e6, 1e-12), Moments.FromMean(100, 1e6, 1e12)])!;

        Near.Equal(1, chances.Sum(), 1e-14);
        Near.Equal(0, chances[0], 0, 1e-12);
        Near.Equal(0.5, chances[1], 1e-9);
    }

    [Fact]
    public void ChanceOfBest_ManyRates_SumsToOneAndOrders()
    {
        var chances = ThompsonAllocation.ChanceOfBest([new Beta(51, 951), new Beta(56, 946), new Beta(1, 1001), new Beta(61, 941)]);

        Near.Equal(1, chances.Sum(), 1e-14);
        Assert.True(chances[3] > chances[1] && chances[1] > chances[0] && chances[0] > chances[2]);
    }

    [Fact]
    public void ChanceOfBest_NothingVaries_IsNull() => Assert.Null(
        ThompsonAllocation.ChanceOfBest([new Proportion(100, 0), new Proportion(100, 5)]));

    [Fact]
    public void WithFloor_AnyChances_KeepsTheFloorAndTheSum()
    {
        var weights = ThompsonAllocation.WithFloor([0.9, 0.1, 0], 0.1);

        Assert.Equal([0.73, 0.17, 0.1], weights.Select(weight => Math.Round(weight, 12)));
        Assert.Equal([0.5, 0.5], ThompsonAllocation.WithFloor([1, 0], 0.7));
        Assert.Equal([1, 0], ThompsonAllocation.WithFloor([1, 0], -1));
    }

    [Fact]
    public void Use_Impossible_Refused()
    {
        Refused.For("floor", double.NaN, () => ThompsonAllocation.WithFloor([1, 0], double.NaN));
        Refused.For("chances", 1.2, () => ThompsonAllocation.WithFloor([1.2], 0.1));
        Assert.Throws<ArgumentException>(() => ThompsonAllocation.WithFloor([], 0.1));
        Assert.Throws<ArgumentException>(() => ThompsonAllocation.ChanceOfBest(Array.Empty<Beta>()));
    }
}
