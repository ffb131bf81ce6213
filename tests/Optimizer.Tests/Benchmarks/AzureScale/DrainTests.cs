using Optimizer.Benchmarks.AzureScale;

namespace Optimizer.Tests.Benchmarks.AzureScale;

public sealed class DrainTests
{
    private static readonly Burst Burst = new(new(0, 8_000, 4_000, 36_000, 24_000, 0, 50_000, 114_000, 0), 400);

    [Fact]
    public void Drains_OfABurst_DividesByTheLimits()
    {
        var drains = Burst.Drains(4);

        Assert.Equal(new Drain("control queues", 1, 4), drains[0]);
        Assert.Equal(new Drain("queue of work items", 2, 8), drains[1]);
        Assert.Equal(new Drain("account", 3, 10), drains[2]);
        Assert.Equal(1, drains[3].Best);
        Assert.Equal(12, drains[3].Worst, 6);
    }

    [Theory]
    [InlineData(75, "yes")]
    [InlineData(76, "if most goes together")]
    [InlineData(451, "no")]
    public void Of_LongestOfTheDrains_DecidesAtTheNextWatch(double factor, string verdict) =>
        Assert.Equal(verdict, Verdict.Of((factor * Burst).Drains(16)));

    [Fact]
    public void RequestsAnHour_FourQueues_AddsPollsLeasesOfPartitionsAndTheAppsOwn() =>
        Assert.Equal((5 * 360) + 360 + (4 * 360) + 150, IdleModel.RequestsAnHour(4));
}
