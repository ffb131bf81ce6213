using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using static Optimizer.Tests.Domain.Decisions.Readings;

namespace Optimizer.Tests.Domain.Decisions;

public class TriggersTests
{
    [Theory]
    [InlineData(Triggers.Chance90, 0.05, 0.8999, 100, false)]
    [InlineData(Triggers.Chance90, 0.05, 0.90, 100, true)]
    [InlineData(Triggers.Chance90, 0.05, 0.90, 99, false)]
    [InlineData(Triggers.Plus20, 0.20, 0.5, 100, false)]
    [InlineData(Triggers.Plus20, 0.2001, 0.5, 100, true)]
    [InlineData(Triggers.Plus20, 0.2001, 0.5, 99, false)]
    [InlineData(Triggers.Plus10For48Hours, 0.0999, 0.5, 100, false)]
    [InlineData(Triggers.Plus10For48Hours, 0.10, 0.5, 100, true)]
    [InlineData(Triggers.BelowControlAfter120, -0.0001, 0.5, 120, true)]
    [InlineData(Triggers.BelowControlAfter120, 0, 0.5, 120, false)]
    [InlineData(Triggers.BelowControlAfter120, -0.0001, 0.5, 119, false)]
    [InlineData(Triggers.Drop30, -0.30, 0.5, 100, false)]
    [InlineData(Triggers.Drop30, -0.3001, 0.5, 100, true)]
    [InlineData(Triggers.Drop30, -0.3001, 0.5, 99, false)]
    public void Of_AtTheLimit_FiresAsStated(string rule, double gain, double chance, long units, bool fired) =>
        Assert.Equal(fired, Read(Of("B", Look(gain, units, chance)), rule).Fired);

    [Fact]
    public void Of_LoserRule_CountsTheVariantAlone()
    {
        var trigger = Read(Of("B", Look(-0.1, 130, control: 50)), Triggers.BelowControlAfter120);

        Assert.Equal((true, 130), (trigger.Fired, trigger.Units));
        Assert.Equal("gain -10.0 % after 130 units, stated limit below control after 120", trigger.Text);
    }

    [Fact]
    public void Of_CostThatRises_IsALoss()
    {
        var cost = Look(0.4) with { LowerIsBetter = true };

        Assert.True(Read(Of("B", cost), Triggers.Drop30).Fired);
        Assert.True(Read(Of("B", cost), Triggers.BelowControlAfter120).Fired);
        Assert.False(Read(Of("B", cost), Triggers.Plus20).Fired);
        Assert.True(Read(Of("B", cost with { VariantMean = 0.07 }), Triggers.Plus20).Fired);
    }

    [Fact]
    public void Of_ControlOfZero_NoRuleOverGainsFires() => Assert.All(
        Triggers.Of(Of("B", Look() with { ControlMean = 0 }, Look() with { ControlMean = 0 }), new()),
        trigger => Assert.False(trigger.Fired));

    [Fact]
    public void Of_NoUnitsAtAll_NothingFiresEvenWithoutAFloor() => Assert.All(
        Triggers.Of(Of("B", new VariantLook(0, 0, 0, 0, 0.5, 0, 0), new VariantLook(0, 0, 0, 0, 0.5, 0, 0)), StatedRules.Literal),
        trigger => Assert.False(trigger.Fired));

    [Fact]
    public void Of_EachRule_SaysItsNumbersAndItsLimit() => Assert.Equal(
        [
            "chance to be better 89.99 %, stated limit 90 %",
            "gain -30.01 %, stated limit +10 % at every look for 48 hours",
            "gain -30.01 %, stated limit more than +20 %",
            "gain -30.01 % after 1,000 units, stated limit below control after 120",
            "gain -30.01 %, stated limit worse than -30 %",
            "gain not defined over the last 24 hours, stated limit worse than -5 %",
        ],
        Triggers.Of(Of("B", Look(-0.3001, chance: 0.8999)), new()).Select(trigger => trigger.Text));

    [Fact]
    public void Text_UnknownRule_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new Trigger("p95", "B", true, 0.95, new StatedRule(0.95, 100), 100, DecisionKind.AdoptStated).Text);

    private static Trigger Read(VariantReading variant, string rule) =>
        Triggers.Of(variant, new()).Single(trigger => trigger.Rule == rule);
}
