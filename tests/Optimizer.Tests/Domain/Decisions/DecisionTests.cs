using Optimizer.Domain.Decisions;
using static Optimizer.Tests.Domain.Decisions.Readings;

namespace Optimizer.Tests.Domain.Decisions;

public class DecisionTests
{
    [Theory]
    [InlineData(DecisionKind.Extend, "EXTEND")]
    [InlineData(DecisionKind.AdoptProven, "ADOPT_PROVEN")]
    [InlineData(DecisionKind.AdoptStated, "ADOPT_STATED")]
    [InlineData(DecisionKind.AdoptProvisional, "ADOPT_PROVISIONAL")]
    [InlineData(DecisionKind.Iterate, "ITERATE")]
    [InlineData(DecisionKind.Revert, "REVERT")]
    [InlineData(DecisionKind.Halt, "HALT_SRM")]
    public void Code_Kind_IsStable(DecisionKind kind, string code) =>
        Assert.Equal(code, (Decide(On(3, Look())) with { Kind = kind }).Code);

    [Fact]
    public void Code_UnknownKind_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => (Decide(On(3, Look())) with { Kind = (DecisionKind)9 }).Code);

    [Fact]
    public void Literally_FiredRules_SayWhatTheDocumentWouldDo() => Assert.Equal(
        [
            "p90 would adopt B: chance to be better 95.0 %, stated limit 90 %",
            "plus10for48h would adopt B: gain +25.0 %, stated limit +10 % at every look for 48 hours",
            "plus20 would adopt B: gain +25.0 %, stated limit more than +20 %",
            "belowControlAfter120 would revert C: gain -40.0 % after 1,000 units, stated limit below control after 120",
            "drop30 would revert C: gain -40.0 %, stated limit worse than -30 %",
        ],
        Decide(On(3, Of("B", Look(0.25, chance: 0.95)), Of("C", Look(-0.4, chance: 0.1)))).Literally);

    [Fact]
    public void Literally_RuleTurnedOff_IsLeftOut()
    {
        var rules = new DecisionRules { Stated = new() { Drop30 = new(0.3, 100, RuleMode.Off) } };

        var decision = Decide(On(3, Look(-0.4, chance: 0.3)), rules);

        Assert.Equal(["belowControlAfter120"], decision.Literally.Select(text => text.Split(' ')[0]));
        Assert.Contains(decision.Triggers, trigger => trigger is { Rule: Triggers.Drop30, Fired: true });
        Assert.Empty(decision.Throttle);
    }
}
