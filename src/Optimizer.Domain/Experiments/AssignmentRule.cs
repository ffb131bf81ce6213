namespace Optimizer.Domain.Experiments;

/// <summary>Decides who gets which variant, from the ids alone.</summary>
public static class AssignmentRule
{
    /// <summary>
    /// The assignment of a unit. It is sticky (requirement S2-048): the same plan gives the same variant for ever, raising
    /// the coverage moves nobody, and a unit that was assigned before keeps its variant whatever the weights, the coverage
    /// or the namespace have become since, so that its conversions stay booked where its assignment was.
    /// </summary>
    /// <param name="plan">Of the experiment as it stands now.</param>
    /// <param name="unitId">Any text; an empty or blank one is an unknown visitor, who is not assigned.</param>
    /// <param name="earlier">What was recorded for this unit in this experiment, if anything.</param>
    /// <exception cref="ArgumentException">The earlier assignment is of another unit, experiment or set of variants.</exception>
    public static Assignment Assign(AssignmentPlan plan, string unitId, Assignment? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(unitId);

        return Kept(plan, unitId, earlier) ?? Fresh(plan, unitId);
    }

    private static Assignment.Assigned? Kept(AssignmentPlan plan, string unitId, Assignment? earlier)
    {
        if (earlier is not null && (earlier.ExperimentKey != plan.ExperimentKey || earlier.UnitId != unitId))
        {
            throw new ArgumentException(
                $"The earlier assignment is of unit '{earlier.UnitId}' in experiment '{earlier.ExperimentKey}', not of '{unitId}' in '{plan.ExperimentKey}'.",
                nameof(earlier));
        }

        return earlier switch
        {
            Assignment.Assigned assigned when assigned.VariantIndex < plan.Allocation.Weights.Count => assigned,
            Assignment.Assigned assigned => throw new ArgumentException(
                $"The earlier assignment is to variant {assigned.VariantIndex}; experiment '{plan.ExperimentKey}' has variants 0 to {plan.Allocation.Weights.Count - 1}.",
                nameof(earlier)),
            _ => null,
        };
    }

    private static Assignment Fresh(AssignmentPlan plan, string unitId)
    {
        if (string.IsNullOrWhiteSpace(unitId))
        {
            return NotAssigned(NotAssignedReason.NoUnitId);
        }

        if (plan.Slice?.Contains(unitId) == false)
        {
            return NotAssigned(NotAssignedReason.OutsideNamespace);
        }

        return plan.Allocation.VariantAt(AssignmentHash.PositionOf(plan.ExperimentKey, unitId)) is { } index
            ? new Assignment.Assigned(plan.ExperimentKey, unitId, index)
            : NotAssigned(NotAssignedReason.OutsideCoverage);

        Assignment NotAssigned(NotAssignedReason reason) => new Assignment.NotAssigned(plan.ExperimentKey, unitId, reason);
    }
}
