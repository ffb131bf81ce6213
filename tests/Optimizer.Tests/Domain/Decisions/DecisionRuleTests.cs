using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using static Optimizer.Tests.Domain.Decisions.Readings;

namespace Optimizer.Tests.Domain.Decisions;

public class DecisionRuleTests
{
    private static readonly DecisionRules Literal = new() { Stated = StatedRules.Literal };

    [Theory]
    [Trait("Req", "S0-036")]
    [InlineData(7, 99, 1000, 0.9999, DecisionKind.Extend)]
    [InlineData(3, 5000, 1000, 0.9999, DecisionKind.Extend)]
    [InlineData(6, 5000, 1000, 0.9999, DecisionKind.Extend)]
    [InlineData(7, 100, 1000, 0.9999, DecisionKind.AdoptProven)]
    [InlineData(7, 99, 0.1, 0.3, DecisionKind.Extend)]
    [InlineData(3, 5000, 0.1, 0.3, DecisionKind.Extend)]
    [InlineData(7, 100, 0.1, 0.3, DecisionKind.Iterate)]
    [InlineData(14, 99, 0.1, 0.3, DecisionKind.Extend)]
    [InlineData(14, 100, 0.1, 0.3, DecisionKind.Iterate)]
    public void Decide_BeforeSevenDaysOrAHundredUnits_NeitherAdoptsNorIterates(
        int day, long units, double odds, double chance, DecisionKind expected)
    {
        var look = Look(0.25, units, chance, odds);

        Assert.Equal(expected, Decide(On(day, look)).Kind);
        Assert.Equal(expected, Decide(On(day, look with { ControlUnits = 100_000 })).Kind);
        Assert.Equal(expected, Decide(On(day, look with { VariantUnits = 100_000 })).Kind);
    }

    [Theory]
    [Trait("Req", "S0-036")]
    [InlineData(7, 99, DecisionKind.Extend)]
    [InlineData(3, 5000, DecisionKind.Extend)]
    [InlineData(7, 100, DecisionKind.AdoptStated)]
    public void Decide_StatedGainWordForWord_WaitsForTheFloorToo(int day, long units, DecisionKind expected) =>
        Assert.Equal(expected, Decide(On(day, Look(0.25, units, 0.95)), Literal).Kind);

    [Fact]
    public void Decide_ShortEnd_StillWaitsForTheMinimumDays()
    {
        var rules = new DecisionRules { EndDay = 7, FutilityDay = 7, MinimumDays = 10 };

        Assert.Equal(DecisionKind.Extend, Decide(On(7, Look(0.1, chance: 0.95)), rules).Kind);
        Assert.Equal(DecisionKind.Extend, Decide(On(7, Look(-0.1, chance: 0.2)), rules).Kind);
        Assert.Equal(DecisionKind.AdoptProvisional, Decide(On(10, Look(0.1, chance: 0.95)), rules).Kind);
    }

    [Theory]
    [Trait("Req", "S3-067")]
    [InlineData(9.99, DecisionKind.Extend)]
    [InlineData(10, DecisionKind.AdoptProven)]
    public void Decide_EvidenceAtTheLimit_Proves(double odds, DecisionKind expected) =>
        Assert.Equal(expected, Decide(On(10, Look(0.15, betterOdds: odds))).Kind);

    [Theory]
    [Trait("Req", "S3-067")]
    [InlineData(0.8999, DecisionKind.Iterate)]
    [InlineData(0.90, DecisionKind.AdoptProvisional)]
    public void Decide_ChanceAtTheEnd_PromotesFromNinetyPercent(double chance, DecisionKind expected)
    {
        Assert.Equal(expected, Decide(On(14, Look(0.1, chance: chance))).Kind);
        Assert.Equal(expected, Decide(On(null, Look(0.1, chance: chance))).Kind);
    }

    [Theory]
    [Trait("Req", "S3-067")]
    [InlineData(0.8999, DecisionKind.Extend)]
    [InlineData(0.90, DecisionKind.AdoptStated)]
    public void Decide_StatedChanceWordForWord_PromotesFromNinetyPercent(double chance, DecisionKind expected) =>
        Assert.Equal(expected, Decide(On(9, Look(0.05, chance: chance)), Literal).Kind);

    [Theory]
    [Trait("Req", "S3-068")]
    [InlineData(0.10, 0.10, 0.10, 100, DecisionKind.AdoptStated)]
    [InlineData(0.10, 0.0999, 0.10, 100, DecisionKind.Extend)]
    [InlineData(0.0999, 0.12, 0.12, 100, DecisionKind.Extend)]
    [InlineData(0.12, 0.12, 0.0999, 100, DecisionKind.Extend)]
    [InlineData(0.12, 0.12, 0.12, 99, DecisionKind.Extend)]
    public void Decide_TenPercentForTwoDays_NeedsEveryLook(double first, double second, double third, long units, DecisionKind expected)
    {
        var looks = new[] { first, second, third }.Select(gain => Look(gain, units)).ToList();

        Assert.Equal(expected, Decide(On(9, new VariantReading("B", looks, null, null)), Literal).Kind);
    }

    [Fact]
    [Trait("Req", "S3-068")]
    public void Decide_TenPercentAtTwoLooksOnly_IsNotTwoDays() => Assert.Equal(
        DecisionKind.Extend, Decide(On(9, new VariantReading("B", [Look(0.12), Look(0.12)], null, null)), Literal).Kind);

    [Fact]
    public void Decide_ChanceHeldAtTwoLooksOnly_IsNotProvisional()
    {
        VariantLook low = Look(0.1, chance: 0.89), high = Look(0.1, chance: 0.95);

        Assert.Equal(DecisionKind.Iterate, Decide(On(14, new VariantReading("B", [low, high, high], null, null))).Kind);
        Assert.Equal(DecisionKind.Iterate, Decide(On(14, new VariantReading("B", [high, low, high], null, null))).Kind);
        Assert.Equal(DecisionKind.Iterate, Decide(On(14, new VariantReading("B", [high, high], null, null))).Kind);
        Assert.Equal(DecisionKind.AdoptProvisional, Decide(On(14, new VariantReading("B", [high, high, high], null, null))).Kind);
    }

    [Theory]
    [InlineData(7, 0.4999, DecisionKind.Iterate)]
    [InlineData(7, 0.5, DecisionKind.Extend)]
    [InlineData(6, 0.1, DecisionKind.Extend)]
    [InlineData(8, 0.1, DecisionKind.Extend)]
    public void Decide_FutilityDay_GivesUpBelowEvenChances(int day, double chance, DecisionKind expected) =>
        Assert.Equal(expected, Decide(On(day, Look(-0.01, chance: chance))).Kind);

    [Theory]
    [InlineData(13, -0.05, -3, DecisionKind.AdoptProven)]
    [InlineData(14, -0.05, 0, DecisionKind.Iterate)]
    [InlineData(14, 0.05, -1.645, DecisionKind.Iterate)]
    [InlineData(14, 0.05, -1.64, DecisionKind.AdoptProven)]
    [InlineData(15, 0.05, 2, DecisionKind.AdoptProven)]
    public void Decide_SecondWeekOn_AdoptsLastingGainsOnly(int day, double late, double z, DecisionKind expected)
    {
        var variant = Of("B", Look(0.2, chance: 0.99, betterOdds: 50), novelty: new(late, z));

        var decision = Decide(On(day, variant));

        Assert.Equal(expected, decision.Kind);
        Assert.Equal(expected == DecisionKind.Iterate ? 1 : 0, decision.Reasons.Count(reason => reason.Contains("fades", StringComparison.Ordinal)));
        Assert.Equal(DecisionKind.AdoptProven, Decide(On(day, variant), new() { NoveltyFromDay = null }).Kind);
    }

    [Fact]
    public void Decide_CostThatFalls_LastsWhenItKeepsFalling()
    {
        var look = Look(-0.2, chance: 0.99, betterOdds: 50) with { LowerIsBetter = true };

        Assert.Equal(DecisionKind.AdoptProven, Decide(On(14, Of("B", look, novelty: new(-0.2, 0.5)))).Kind);
        Assert.Equal(DecisionKind.Iterate, Decide(On(14, Of("B", look, novelty: new(-0.2, 1.7)))).Kind);
        var fading = Decide(On(14, Of("B", look, novelty: new(Math.Log(1.1), 1))));
        Assert.Equal(DecisionKind.Iterate, fading.Kind);
        Assert.Contains(fading.Reasons, reason => reason.Contains("after the first week it is -10.0 %", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(999, DecisionKind.AdoptProven)]
    [InlineData(1000, DecisionKind.Halt)]
    public void Decide_SplitNotAsConfigured_HaltsBeforeEverythingElse(double odds, DecisionKind expected)
    {
        var reading = On(9, Look(0.3, betterOdds: 1e6));

        Assert.Equal(expected, DecisionRule.Decide(reading, new Health(Math.Log(odds)), new()).Kind);
    }

    [Fact]
    public void Decide_FaultyData_HaltsEvenBeforeHarm()
    {
        var reading = On(9, Look(-0.5, worseOdds: 1e6)) with { };

        var decision = DecisionRule.Decide(reading, new Health(0, "no conversions since Tuesday"), Literal);

        Assert.Equal(DecisionKind.Halt, decision.Kind);
        Assert.Contains("no conversions since Tuesday", decision.Reasons[0], StringComparison.Ordinal);
        Assert.Empty(decision.Throttle);
    }

    [Fact]
    public void Decide_WithoutDates_IsOver()
    {
        Assert.Equal(DecisionKind.AdoptProven, Decide(On(null, Look(0.2, betterOdds: 11))).Kind);
        Assert.Equal(DecisionKind.Iterate, Decide(On(null, Look(0.02, chance: 0.6))).Kind);
        Assert.Equal(DecisionKind.Extend, Decide(On(null, Look(0.2, units: 99, betterOdds: 11))).Kind);
    }

    [Fact]
    public void Decide_RevenueOfFewBuyers_Waits()
    {
        var look = Look(0.2, betterOdds: 100) with { FewestActive = 24 };

        Assert.Equal(DecisionKind.Extend, Decide(On(9, look)).Kind);
        Assert.Equal(DecisionKind.AdoptProven, Decide(On(9, look with { FewestActive = 25 })).Kind);
    }
}
