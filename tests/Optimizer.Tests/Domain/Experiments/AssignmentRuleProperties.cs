using FsCheck;
using FsCheck.Fluent;
using Optimizer.Domain.Experiments;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Experiments;

public class AssignmentRuleProperties
{
    [Fact]
    [Trait("Req", "S2-048")]
    public void Assign_SameInput_SameVariant() =>
        Prop.ForAll<string, PositiveInt>((unit, variants) =>
        {
            var plan = new AssignmentPlan("landing", Allocation.Equal(1 + variants.Get));

            return AssignmentRule.Assign(plan, unit ?? "") == AssignmentRule.Assign(plan with { }, new string(unit ?? ""));
        }).Check(Laws.Of(500));

    [Fact]
    public void Assign_AnyCodeUnits_NeverThrows() =>
        Prop.ForAll<char[]>(units => AssignmentRule.Assign(new AssignmentPlan("landing", Allocation.Equal(2)), new string(units)) is not null)
            .Check(Laws.Of(500));

    [Theory]
    [InlineData("\ud800")]
    [InlineData("\udfff\ud800")]
    [InlineData("\0")]
    [InlineData("\u202e\u200f\u0301")]
    [InlineData("\U0001f469\u200d\U0001f469\u200d\U0001f467")]
    public void Assign_UnusualUnicode_IsAssigned(string unit) =>
        Assert.IsType<Assignment.Assigned>(AssignmentRule.Assign(new AssignmentPlan("landing", Allocation.Equal(2)), unit));

    [Fact]
    [Trait("Req", "S2-048")]
    public void Assign_CoverageRaised_MovesNobody() =>
        Prop.ForAll<string, NormalFloat, NormalFloat>((unit, first, second) =>
        {
            var (low, high) = (Math.Min(Share(first), Share(second)), Math.Max(Share(first), Share(second)));
            var before = Assign(low);

            return before is Assignment.NotAssigned || before == Assign(high);

            Assignment Assign(double coverage) => AssignmentRule.Assign(
                new AssignmentPlan("landing", new Allocation([0.2, 0.3, 0.5], coverage)), unit ?? "");
        }).Check(Laws.Of(500));

    [Fact]
    public void VariantAt_FullCoverage_OwnsEveryPosition() =>
        Prop.ForAll<PositiveInt>(variants => Enumerable.Range(0, 10_000)
            .All(i => Allocation.Equal(2 + (variants.Get % 50)).VariantAt(i / 10_000.0) is not null))
            .Check(Laws.Of(20));

    private static double Share(NormalFloat any) => Math.Abs(any.Get) % 1;
}
