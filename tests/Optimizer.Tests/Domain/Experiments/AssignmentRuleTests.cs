using Optimizer.Domain.Experiments;

namespace Optimizer.Tests.Domain.Experiments;

public class AssignmentRuleTests
{
    private static readonly AssignmentPlan Even = new("landing", Allocation.Equal(2));

    [Fact]
    public void Assign_KnownUnit_FollowsThePositionOfTheHash()
    {
        var position = AssignmentHash.Position("landing", "lead-1", AssignmentHash.SecondVersion)!.Value;

        Assert.Equal(
            new Assignment.Assigned("landing", "lead-1", position < 0.5 ? 0 : 1),
            AssignmentRule.Assign(Even, "lead-1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Assign_UnknownVisitor_IsNotAssigned(string unitId) =>
        Assert.Equal(NotAssignedReason.NoUnitId, ReasonOf(AssignmentRule.Assign(Even, unitId)));

    [Fact]
    public void Assign_NoCoverage_IsOutsideCoverage() => Assert.Equal(
        NotAssignedReason.OutsideCoverage,
        ReasonOf(AssignmentRule.Assign(new AssignmentPlan("landing", Allocation.Equal(2, 0)), "lead-1")));

    [Fact]
    public void Assign_SliceOfOthers_IsOutsideNamespace()
    {
        // Unit "1" stands above 0.4 in namespace1 by the published cases.
        var slice = new NamespaceSlice("namespace1", "landing", new AllocationRange(0, 0.4));

        Assert.Equal(
            NotAssignedReason.OutsideNamespace,
            ReasonOf(AssignmentRule.Assign(new AssignmentPlan("landing", Allocation.Equal(2), slice), "1")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [Trait("Req", "S2-048")]
    [Trait("Req", "C21")]
    public void Assign_AssignedEarlier_KeepsTheVariantUnderNewWeightsAndCoverage(int variant)
    {
        var earlier = new Assignment.Assigned("landing", "lead-1", variant);

        Assert.All(
            [new Allocation([0.1, 0.9]), new Allocation([0.9, 0.1]), Allocation.Equal(2, 0)],
            allocation => Assert.Equal(earlier, AssignmentRule.Assign(new AssignmentPlan("landing", allocation), "lead-1", earlier)));
    }

    [Fact]
    public void Assign_NotAssignedEarlier_MayEnterWhenCoverageGrows()
    {
        var earlier = AssignmentRule.Assign(new AssignmentPlan("landing", Allocation.Equal(2, 0)), "lead-1");

        Assert.IsType<Assignment.Assigned>(AssignmentRule.Assign(Even, "lead-1", earlier));
    }

    [Theory]
    [InlineData("other", "lead-1", 0)]
    [InlineData("landing", "lead-2", 0)]
    [InlineData("landing", "lead-1", 2)]
    public void Assign_EarlierOfSomethingElse_IsRefused(string experiment, string unit, int variant) =>
        Assert.Throws<ArgumentException>(() => AssignmentRule.Assign(
            Even, "lead-1", new Assignment.Assigned(experiment, unit, variant)));

    [Fact]
    public void PlanConstruction_SliceOfAnotherExperiment_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new AssignmentPlan(
            "landing", Allocation.Equal(2), new NamespaceSlice("site", "pricing", new AllocationRange(0, 1))));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void PlanConstruction_BlankKey_IsRefused(string key) =>
        Assert.Throws<ArgumentException>(() => new AssignmentPlan(key, Allocation.Equal(2)));

    private static NotAssignedReason ReasonOf(Assignment assignment) =>
        Assert.IsType<Assignment.NotAssigned>(assignment).Reason;
}
