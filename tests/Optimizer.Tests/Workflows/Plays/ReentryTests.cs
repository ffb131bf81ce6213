using Optimizer.Domain.Monitoring;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Plays.Activities;

namespace Optimizer.Tests.Workflows.Plays;

[Trait("Req", "S0-008")]
public class ReentryTests
{
    [Theory]
    [InlineData(KpiClass.Drop, -0.2, "goal_rate shows a drop")]
    [InlineData(KpiClass.Spike, 0.4, "goal_rate shows a spike")]
    [InlineData(KpiClass.Plateau, 0.0, null)]
    [InlineData(KpiClass.Normal, -0.05, null)]
    public void Of_DefinitionThatIsSilent_ReopensOnADropOrSpike(KpiClass seen, double change, string? why) =>
        AssertWhy(why, Why("", seen, change));

    [Theory]
    [InlineData(-0.149999, null)]
    [InlineData(-0.15, "goal_rate moved by")]
    [InlineData(0.15, "goal_rate moved by")]
    public void Of_DeviationInTheDefinition_HoldsInsteadWhateverTheClass(double change, string? why) =>
        AssertWhy(why, Why("reenterOnDeviation: {value: 15, unit: percent}", KpiClass.Drop, change));

    [Fact]
    public void Of_KpiWithoutFigures_StaysConverged() => Assert.Null(Why("", KpiClass.Drop, null));

    private static void AssertWhy(string? expected, string? why)
    {
        if (expected is null)
        {
            Assert.Null(why);
        }
        else
        {
            Assert.StartsWith(expected, why, StringComparison.Ordinal);
        }
    }

    private static string? Why(string key, KpiClass seen, double? change)
    {
        var text = PlayText.Of("onboarding");
        var play = LoopKit.Document(key.Length == 0 ? text : text.Replace("consecutive: 3,", $"consecutive: 3, {key},", StringComparison.Ordinal)).Play;
        return Reentry.Of(play, new Dictionary<string, KpiMark> { ["goal_rate"] = Mark(seen, change) });
    }

    private static KpiMark Mark(KpiClass seen, double? change) => new() { Change = change, Class = seen, Recent = 0.2 };
}
