using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using static Optimizer.Tests.Domain.Decisions.Readings;

namespace Optimizer.Tests.Domain.Decisions;

public class DecisionRuleStopTests
{
    private static readonly DecisionRules Guarded = new();
    private static readonly DecisionRules Literal = new() { Stated = StatedRules.Literal };

    [Theory]
    [InlineData(1, 100, 20, DecisionKind.Revert)]
    [InlineData(1, 100, 19.99, DecisionKind.Extend)]
    [InlineData(1, 99, 1000, DecisionKind.Extend)]
    [InlineData(20, 5000, 20, DecisionKind.Revert)]
    public void Decide_ProvenHarm_RevertsOnAnyDay(int day, long units, double odds, DecisionKind expected)
    {
        var decision = Decide(On(day, Look(-0.2, units, 0.3, worseOdds: odds)), new() { EndDay = 28 });

        Assert.Equal(expected, decision.Kind);
        Assert.Equal(expected == DecisionKind.Revert ? "B" : null, decision.Variant);
    }

    [Theory]
    [Trait("Req", "S0-055")]
    [InlineData(-0.30, 1, DecisionKind.Extend)]
    [InlineData(-0.3001, 1, DecisionKind.Revert)]
    [InlineData(-0.3001, 5000, DecisionKind.Revert)]
    [InlineData(-1.0, 1, DecisionKind.Revert)]
    public void Decide_ThirtyPercentDownWordForWord_RevertsAtOnceAndAtAnySize(double gain, long units, DecisionKind expected) =>
        Assert.Equal(expected, Decide(On(1, Look(gain, units, 0.3)), Literal).Kind);

    [Theory]
    [Trait("Req", "S0-055")]
    [InlineData(39, DecisionKind.Extend)]
    [InlineData(40, DecisionKind.Revert)]
    public void Decide_ThirtyPercentDownWithAFloor_WaitsForIt(long units, DecisionKind expected)
    {
        var rules = new DecisionRules { Stated = new() { Drop30 = new(0.3, 40, RuleMode.Literal) } };

        Assert.Equal(expected, Decide(On(2, Look(-0.5, units, 0.3)), rules).Kind);
    }

    [Theory]
    [InlineData(-0.30, 100, false)]
    [InlineData(-0.3001, 99, false)]
    [InlineData(-0.3001, 100, true)]
    public void Decide_ThirtyPercentDownGuarded_CutsTheTrafficOnly(double gain, long units, bool throttled)
    {
        var decision = Decide(On(2, Look(gain, units, 0.3)));

        Assert.Equal(DecisionKind.Extend, decision.Kind);
        Assert.Equal(throttled ? new Dictionary<string, double> { ["B"] = 0.1 } : [], decision.Throttle);
    }

    [Theory]
    [Trait("Req", "C06")]
    [Trait("Req", "S3-017")]
    [Trait("Req", "S3-066")]
    [InlineData(119, false, false, false)]
    [InlineData(120, false, false, false)]
    [InlineData(121, false, false, false)]
    [InlineData(119, true, false, true)]
    [InlineData(120, true, false, true)]
    [InlineData(121, true, false, true)]
    [InlineData(119, false, true, false)]
    [InlineData(120, false, true, true)]
    [InlineData(121, false, true, true)]
    [InlineData(119, true, true, true)]
    [InlineData(120, true, true, true)]
    [InlineData(121, true, true, true)]
    public void Decide_LoserAround120Units_StopsByBreachOrWordForWord(long units, bool breach, bool literal, bool stopped)
    {
        var reading = new ExperimentReading(
            3, "A", [Of("B", Look(-0.1, units, 0.1))], breach ? [Broken("B")] : [new("unsubscribe rate", "B", false, "0.1 % of 0.5 %")]);

        var decision = Decide(reading, literal ? Literal : Guarded);

        Assert.Equal(stopped ? DecisionKind.Revert : DecisionKind.Extend, decision.Kind);
        Assert.Equal(units >= 120, decision.Triggers.Single(trigger => trigger.Rule == Triggers.BelowControlAfter120).Fired);
        Assert.Equal(!stopped && units >= 120, decision.Throttle.ContainsKey("B"));
    }

    [Theory]
    [Trait("Req", "C06")]
    [InlineData(-0.1, 0.10, true)]
    [InlineData(-0.1, 0.1001, false)]
    [InlineData(0.0, 0.05, false)]
    public void Decide_LoserWordForWord_NeedsToBeBelowControlAndUnlikely(double gain, double chance, bool stopped) => Assert.Equal(
        stopped ? DecisionKind.Revert : DecisionKind.Extend, Decide(On(3, Look(gain, 200, chance)), Literal).Kind);

    [Theory]
    [Trait("Req", "S3-066")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    public void Decide_BrokenGuardrail_StopsAtAnySize(long units)
    {
        var reading = new ExperimentReading(1, "A", [Of("B", Look(0.5, units, 0.99, 1e6))], [Broken("B")]);

        Assert.Equal(DecisionKind.Revert, Decide(reading).Kind);
    }

    [Fact]
    public void Decide_TwoBrokenGuardrails_BothAreSaid()
    {
        var reading = new ExperimentReading(
            1, "A", [Of("B", Look())], [Broken("B"), new("refund rate", "B", true, "2.1 % where 1 % is the limit")]);

        Assert.Equal(
            "B breaks the guardrail unsubscribe rate: 0.9 % where 0.5 % is the limit. B breaks the guardrail refund rate: 2.1 % where 1 % is the limit.",
            Assert.Single(Decide(reading).Reasons));
    }

    [Theory]
    [Trait("Req", "S3-013")]
    [InlineData(-0.05, DecisionKind.Extend)]
    [InlineData(-0.0501, DecisionKind.Revert)]
    public void Decide_FivePercentDownOverADayWordForWord_Stops(double lastDay, DecisionKind expected) =>
        Assert.Equal(expected, Decide(On(5, Of("B", Look(0.02, 5000), Look(lastDay, 10))), Literal).Kind);

    [Theory]
    [InlineData(-0.0501, 30, 0.1, true)]
    [InlineData(-0.0501, 30, 0.11, false)]
    [InlineData(-0.0501, 29, 0.1, false)]
    [InlineData(-0.05, 30, 0.1, false)]
    public void Decide_FivePercentDownOverADayGuarded_CutsTheTrafficWhenHarmIsLikely(double lastDay, long units, double chance, bool throttled)
    {
        var rules = new DecisionRules { Stated = new() { Drop5Over24Hours = new(0.05, 30) } };

        var decision = Decide(On(5, Of("B", Look(0.02, 5000), Look(lastDay, units, chance))), rules);

        Assert.Equal(DecisionKind.Extend, decision.Kind);
        Assert.Equal(throttled, decision.Throttle.ContainsKey("B"));
    }

    [Fact]
    public void Decide_FivePercentDownOverADay_IsOffUnlessAskedFor()
    {
        var decision = Decide(On(5, Of("B", Look(0.02, 5000), Look(-0.5, 5000, 0.01))));

        Assert.Equal(DecisionKind.Extend, decision.Kind);
        Assert.Empty(decision.Throttle);
        Assert.True(decision.Triggers.Single(trigger => trigger.Rule == Triggers.Drop5Over24Hours).Fired);
        Assert.Empty(decision.Literally);
    }

    [Fact]
    [Trait("Req", "S3-031")]
    public void Decide_FivePercentDownOverADay_StopsThatVariantOfSeveral()
    {
        var decision = Decide(
            On(5, Of("B", Look(0.02), Look(-0.05)), Of("C", Look(0.02), Look(-0.0501)), Of("D", Look(0.02), Look(0.3))), Literal);

        Assert.Equal(DecisionKind.Extend, decision.Kind);
        Assert.Equal(["C"], decision.Dropped);
    }

    [Fact]
    public void Decide_LosingVariantAtADecision_IsNotThrottled()
    {
        var losing = Of("C", Look(-0.4, chance: 0.1));

        Assert.Equal(["C"], Decide(On(9, Of("B", Look(0.2)), losing)).Throttle.Keys);
        var adopted = Decide(On(9, Of("B", Look(0.2, betterOdds: 100)), losing));
        Assert.Equal(DecisionKind.AdoptProven, adopted.Kind);
        Assert.Empty(adopted.Throttle);
        Assert.DoesNotContain(adopted.Reasons, reason => reason.Contains("traffic", StringComparison.Ordinal));
    }
}
