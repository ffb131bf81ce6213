using System.Globalization;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using static Optimizer.Tests.Domain.Decisions.Readings;

namespace Optimizer.Tests.Domain.Decisions;

/// <summary>Every kind of decision says the numbers it was made of and the limits they were held against.</summary>
public class DecisionRuleReasonTests
{
    [Fact]
    public void Decide_StillRunning_SaysHowFarItIs() => Says(
        On(9, Look(0.04, chance: 0.712, betterOdds: 2.5)),
        "Day 9 of 14: B has a chance of 71.2 % to be better (10.4 % against 10.0 % in A (+4.0 %)), evidence 1 in 2.5 where 1 in 10 proves a gain. Keep running.");

    [Fact]
    public void Decide_ProvenTooEarly_SaysWhyItWaits() => Says(
        On(3, Look(0.3, chance: 0.9996, betterOdds: 4321)),
        "Day 3 of 14: B has a chance of 99.96 % to be better (13.0 % against 10.0 % in A (+30.0 %)), evidence 1 in 4,321 where 1 in 10 proves a gain. Keep running.",
        "B looks better (evidence 1 in 4,321), but nothing is adopted before day 7: weekdays differ.");

    [Fact]
    public void Decide_TooFewUnits_SaysHowManyAreNeeded() => Says(
        On(9, Look(0.3, 99)),
        "99 units in the smaller group of B; at least 100 per variant are needed before anything is decided.");

    [Fact]
    public void Decide_TooFewBuyers_SaysHowManyAreNeeded() => Says(
        On(9, Look(0.3) with { FewestActive = 12 }),
        "12 units with a value in the smaller group of B; at least 25 are needed for a mean.");

    [Fact]
    public void Decide_Throttled_SaysTheRuleAndTheShare() => Says(
        On(3, Look(-0.35, 300, 0.15, worseOdds: 4)),
        "Day 3 of 14: B has a chance of 15.0 % to be better (6.5 % against 10.0 % in A (-35.0 %)), evidence none where 1 in 10 proves a gain. Keep running.",
        "B keeps 10 % of traffic until the evidence decides: gain -35.0 %, stated limit worse than -30 %.");

    [Fact]
    public void Decide_LoserThrottled_SaysTheChanceAndItsLimit() => Says(
        On(3, Look(-0.1, 300, 0.15, worseOdds: 4)),
        "Day 3 of 14: B has a chance of 15.0 % to be better (9.0 % against 10.0 % in A (-10.0 %)), evidence none where 1 in 10 proves a gain. Keep running.",
        "B keeps 10 % of traffic: gain -10.0 % after 300 units, stated limit below control after 120, chance to be better 15.0 %, limit 20 %.");

    [Fact]
    public void Decide_Proven_SaysTheEvidenceAndItsLimit() => Says(
        On(9, Of("B", Look(0.153, chance: 0.999, betterOdds: 87)), Of("C", Look())),
        "B is better: 11.53 % against 10.0 % in A (+15.3 %). Without an effect, evidence this strong would ever appear in at most 1 in 87 experiments (limit 1 in 20), however often one looks.");

    [Fact]
    public void Decide_Provisional_SaysTheChanceAndItsLimit() => Says(
        On(14, Look(0.08, chance: 0.934)),
        "B has a chance of 93.4 % to be better (10.8 % against 10.0 % in A (+8.0 %)), at least 90 % for 48 hours: not proven, so it goes live with a 10 % holdback and books no gain until it is.");

    [Fact]
    public void Decide_NoWinner_SaysWhatWasMissing() => Says(
        On(14, Look(0.03, chance: 0.8999)),
        "B has a chance of 89.99 % to be better (10.3 % against 10.0 % in A (+3.0 %)); 90 % at three daily looks in a row is needed to go live. Keep A, build the next idea on this reading.");

    [Fact]
    public void Decide_Fading_SaysByHowMuch() => Says(
        On(14, Of("B", Look(0.1, chance: 0.95), novelty: new(Math.Log(1.02), -2.3))),
        "B has a chance of 95.0 % to be better (11.0 % against 10.0 % in A (+10.0 %)), but the effect does not last. Keep A, build the next idea on this reading.",
        "The gain of B fades: after the first week it is +2.0 %, -2.3 standard errors from the first week's (limit -1.65). A novelty is not adopted.");

    [Fact]
    public void Decide_Hopeless_SaysTheChanceAndItsLimit() => Says(
        On(7, Look(-0.03, chance: 0.31)),
        "Day 7: B has a chance of 31.0 % to be better (9.7 % against 10.0 % in A (-3.0 %)); below 50 % the next idea is worth more than waiting.");

    [Fact]
    public void Decide_Harm_SaysTheEvidenceAndItsLimit() => Says(
        On(2, Look(-0.45, chance: 0.001, worseOdds: 1234)),
        "B does harm: 5.5 % against 10.0 % in A (-45.0 %). Evidence 1 in 1,234, limit 1 in 20.");

    [Fact]
    public void Decide_Extended_SaysWhatIsMissing() => Equal(
        Decide(On(14, Look(0.03, 1200)), new() { RequiredUnits = 2000 }),
        "1,200 of the 2,000 units per variant that the hypothesis needs; one more period of 14 days reaches 2,400 (extension 1 of 2).");

    [Fact]
    public void Decide_BrokenSplit_SaysTheEvidenceAndItsLimit() => Equal(
        DecisionRule.Decide(On(9, Look()), new Health(Math.Log(5_000_000)), new()),
        "The split of units is not the configured one (evidence 1 in 10^6, limit 1 in 1,000): assignment or tracking is broken, so no reading of this experiment counts. Fix it and start again.");

    [Fact]
    public void Decide_StatedStop_SaysTheRule() => Equal(
        Decide(On(2, Look(-0.3001, 12)), new() { Stated = StatedRules.Literal }),
        "B is stopped as stated (drop30): gain -30.01 %, stated limit worse than -30 %.");

    [Fact]
    public void Decide_Mean_IsShownInItsUnit()
    {
        var look = Look(betterOdds: 87) with { ControlMean = 1234.5678, VariantMean = 1300.25, FewestActive = 400 };

        Assert.StartsWith("B is better: 1,300.25 against 1,234.5678 in A (+5.32 %).", Decide(On(9, look)).Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_OtherCulture_SaysTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator, other.NumberFormat.NegativeSign) = (",", ".", "~");
        var reading = On(14, Of("B", Look(-0.35, 12_000, 0.15), novelty: new(-0.1, -2.3)));
        var expected = Decide(reading);
        try
        {
            CultureInfo.CurrentCulture = other;

            var actual = Decide(reading);

            Assert.Equal(expected.Reasons, actual.Reasons);
            Assert.Equal(expected.Literally, actual.Literally);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Says(ExperimentReading reading, params string[] reasons) => Equal(Decide(reading), reasons);

    private static void Equal(Decision decision, params string[] reasons) => Assert.Equal(reasons, decision.Reasons);
}
