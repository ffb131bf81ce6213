using Optimizer.Domain.Decisions;
using static Optimizer.Tests.Domain.Decisions.Readings;

namespace Optimizer.Tests.Domain.Decisions;

public class DecisionRuleExtensionTests
{
    [Theory]
    [InlineData(14, 500, DecisionKind.Extend)]
    [InlineData(14, 499, DecisionKind.Iterate)]
    [InlineData(14, 1000, DecisionKind.Iterate)]
    [InlineData(28, 999, DecisionKind.Extend)]
    [InlineData(28, 1000, DecisionKind.Iterate)]
    [InlineData(42, 999, DecisionKind.Iterate)]
    public void Decide_AtTheEndOfAPeriod_ExtendsWhenOneMoreReachesTheSize(int day, long units, DecisionKind expected) =>
        Assert.Equal(expected, Decide(On(day, Look(0.02, units)), new() { RequiredUnits = 1000 }).Kind);

    [Theory]
    [InlineData(15, 600)]
    [InlineData(20, 857)]
    [InlineData(27, 1157)]
    public void Decide_WithinAnExtension_RunsItToItsEnd(int day, long units)
    {
        var decision = Decide(On(day, Look(0.02, units, 0.95)), new() { RequiredUnits = 1000 });

        Assert.Equal(DecisionKind.Extend, decision.Kind);
        Assert.StartsWith($"Day {day} of 28: the end was put off", decision.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_WithinAnExtension_StillAdoptsAndReverts()
    {
        var rules = new DecisionRules { RequiredUnits = 1000 };

        Assert.Equal(DecisionKind.AdoptProven, Decide(On(20, Look(0.2, 800, betterOdds: 11)), rules).Kind);
        Assert.Equal(DecisionKind.Revert, Decide(On(20, Look(-0.2, 800, worseOdds: 21)), rules).Kind);
    }

    [Theory]
    [InlineData(0, 14)]
    [InlineData(1, 28)]
    [InlineData(2, 42)]
    public void Decide_ExtensionsUsedUp_DecidesAtTheLatest(int extensions, int lastDay)
    {
        var rules = new DecisionRules { RequiredUnits = 100_000, MaximumExtensions = extensions };
        long Units(int day) => 99_000L * day / lastDay;

        var first = Enumerable.Range(7, 100).First(day => Decide(On(day, Look(0.02, Units(day))), rules with { RequiredUnits = Units(day) + 1 }).Kind == DecisionKind.Iterate);

        Assert.Equal(lastDay, first);
        Assert.Equal(lastDay, rules.LastDay);
    }

    [Fact]
    public void Decide_NoHypothesisSized_IsNeverExtended() => Assert.Equal(DecisionKind.Iterate, Decide(On(14, Look(0.02, 100))).Kind);
}
