using Optimizer.Tests.Cockpit.Kit;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Cockpit;

public sealed class PlayStatusTests
{
    [Fact]
    public async Task GetPlay_LiveExperiment_SaysDistanceToEveryStopRule()
    {
        await using var kit = await ApiKit.OpenAsync(new() { Market = Falling });
        await kit.Loop.RunAsync(45);
        var answer = await kit.GetAsync("/api/plays/onboarding");
        Assert.Equal(200, answer.Status);
        Assert.Equal("x", answer.Text);
    }

    private static Dictionary<string, Optimizer.Connectors.Simulated.MarketSettings> Falling => [];
}
