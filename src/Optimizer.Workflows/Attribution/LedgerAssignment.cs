using Optimizer.Domain.Attribution;
using Optimizer.Domain.Experiments;
using Optimizer.Workflows.Ports;

namespace Optimizer.Workflows.Attribution;

/// <summary>
/// Gives visitors their variant and keeps it (S2-048): by the hash of experiment and unit with the shares in force, written into the ledger
/// before it is told, so that a later change of the shares moves nobody.
/// </summary>
/// <param name="ledger">Keeps assignments.</param>
public sealed class LedgerAssignment(IAttributionLedger ledger)
{
    /// <summary>The variant of a unit, assigned now when it is new.</summary>
    /// <param name="experiment">Its id.</param>
    /// <param name="unit">Pseudonymous id of the visitor; a blank one is not assigned.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null when the experiment is not known.</returns>
    /// <exception cref="ArgumentException">The unit is longer than <see cref="EventLimits.LongestUnit"/>.</exception>
    public async Task<UnitAssignment?> AssignAsync(string experiment, string unit, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (await ledger.FindAsync(experiment, cancellationToken) is not { } known)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(unit))
        {
            return Without(known, unit, NotAssignedReason.NoUnitId);
        }

        if (await ledger.AssignedAsync(experiment, unit, cancellationToken) is { } kept)
        {
            return new(known, new Assignment.Assigned(experiment, unit, kept));
        }

        if (at < known.Since || at >= known.Until)
        {
            return Without(known, unit, NotAssignedReason.NotRunning);
        }

        var plan = new AssignmentPlan(experiment, new Allocation(ExperimentCheck.Weights(known)));
        var fresh = AssignmentRule.Assign(plan, unit);
        if (fresh is not Assignment.Assigned proposed)
        {
            return new(known, fresh);
        }

        // Of two that ask at once for one unit, who writes first decides for both.
        return await ledger.AssignAsync(experiment, unit, proposed.VariantIndex, at, cancellationToken) is { } written
            ? new(known, new Assignment.Assigned(experiment, unit, written))
            : Without(known, unit, NotAssignedReason.NotRunning);
    }

    private static UnitAssignment Without(LedgerExperiment known, string unit, NotAssignedReason reason) =>
        new(known, new Assignment.NotAssigned(known.Id, unit, reason));
}
