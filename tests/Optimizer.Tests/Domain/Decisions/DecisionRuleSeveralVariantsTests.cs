using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using static Optimizer.Tests.Domain.Decisions.Readings;

namespace Optimizer.Tests.Domain.Decisions;

public class DecisionRuleSeveralVariantsTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(4, 40)]
    public void Decide_SeveralVariants_NeedSoManyTimesTheEvidence(int variants, double odds)
    {
        var others = Enumerable.Range(1, variants - 1).Select(i => Of($"other {i}", Look()));

        Assert.Equal(DecisionKind.AdoptProven, Decide(On(9, [Of("B", Look(0.2, betterOdds: odds * 1.0001)), .. others])).Kind);
        Assert.Equal(DecisionKind.Extend, Decide(On(9, [Of("B", Look(0.2, betterOdds: odds * 0.9999)), .. others])).Kind);
    }

    [Fact]
    public void Decide_OneOfTwoDropped_TheOtherStillNeedsTwiceTheEvidence()
    {
        var harmful = Of("C", Look(-0.3, chance: 0.01, worseOdds: 100));

        Assert.Equal(DecisionKind.Extend, Decide(On(9, Of("B", Look(0.2, betterOdds: 19)), harmful)).Kind);
        Assert.Equal(DecisionKind.AdoptProven, Decide(On(9, Of("B", Look(0.2, betterOdds: 21)), harmful)).Kind);
    }

    [Fact]
    public void Decide_OneHarmful_IsDroppedAndTheOthersGoOn()
    {
        var decision = Decide(On(3, Of("B", Look(0.02)), Of("C", Look(-0.3, worseOdds: 30)), Of("D", Look())));

        Assert.Equal(DecisionKind.Extend, decision.Kind);
        Assert.Equal(["C"], decision.Dropped);
        Assert.Contains(decision.Reasons, reason => reason.StartsWith("C does harm", StringComparison.Ordinal));
    }

    [Fact]
    public void Decide_DroppedVariantWithFewUnits_HoldsNobodyUp()
    {
        var reading = new ExperimentReading(
            9, "A", [Of("B", Look(0.2, betterOdds: 100)), Of("C", Look(units: 40))], [Broken("C")]);

        Assert.Equal((DecisionKind.AdoptProven, "B"), (Decide(reading).Kind, Decide(reading).Variant));
    }

    [Fact]
    public void Decide_AllHarmful_RevertsTheExperiment()
    {
        var decision = Decide(On(3, Of("B", Look(-0.3, worseOdds: 30)), Of("C", Look(-0.4, worseOdds: 300))));

        Assert.Equal((DecisionKind.Revert, null), (decision.Kind, decision.Variant));
        Assert.Equal(["B", "C"], decision.Dropped);
        Assert.Equal(2, decision.Reasons.Count);
    }

    [Fact]
    public void Decide_TwoProven_AdoptsTheLargerGainAndNamesTheOther()
    {
        var decision = Decide(On(9, Of("B", Look(0.1, betterOdds: 1e6)), Of("C", Look(0.2, betterOdds: 30))));

        Assert.Equal((DecisionKind.AdoptProven, "C"), (decision.Kind, decision.Variant));
        Assert.Equal("B is proven better than control too: 11.0 % against 10.0 % in A (+10.0 %).", decision.Reasons[^1]);
    }

    [Fact]
    public void Decide_LargerGainFades_AdoptsTheOneThatLasts()
    {
        var decision = Decide(On(
            14, Of("B", Look(0.1, betterOdds: 1e6), novelty: new(0.1, 0)), Of("C", Look(0.2, betterOdds: 1e6), novelty: new(-0.1, -4))));

        Assert.Equal((DecisionKind.AdoptProven, "B"), (decision.Kind, decision.Variant));
    }

    [Fact]
    public void Decide_LikeliestFadesAtTheEnd_TheNextThatLastsGoesLive()
    {
        var fading = Of("C", Look(0.2, chance: 0.99), novelty: new(-0.1, -4));

        var decision = Decide(On(14, Of("B", Look(0.1, chance: 0.92), novelty: new(0.1, 0)), fading));

        Assert.Equal((DecisionKind.AdoptProvisional, "B"), (decision.Kind, decision.Variant));
        Assert.Equal(DecisionKind.Iterate, Decide(On(14, Of("B", Look(0.1, chance: 0.8)), fading)).Kind);
    }

    [Fact]
    public void Decide_SameChanceAtTheEnd_TheLargerGainGoesLive()
    {
        var decision = Decide(On(14, Of("B", Look(0.1, chance: 1)), Of("C", Look(0.2, chance: 1))));

        Assert.Equal((DecisionKind.AdoptProvisional, "C"), (decision.Kind, decision.Variant));
    }

    [Fact]
    public void Decide_FutilityDay_LooksAtTheBestOfAll()
    {
        Assert.Equal(DecisionKind.Extend, Decide(On(7, Of("B", Look(chance: 0.1)), Of("C", Look(chance: 0.55)))).Kind);
        Assert.Equal("C", Decide(On(7, Of("B", Look(chance: 0.1)), Of("C", Look(chance: 0.45)))).Variant);
    }

    [Fact]
    public void Decide_StatedGainsWordForWord_AdoptTheLargest()
    {
        var decision = Decide(
            On(9, Of("B", Look(0.25, chance: 0.95)), Of("C", Look(0.3, chance: 0.91))), new() { Stated = StatedRules.Literal });

        Assert.Equal("C", decision.Variant);
        Assert.Equal("C is adopted as stated (plus20): gain +30.0 %, stated limit more than +20 %.", decision.Reasons[0]);
    }
}
