using Optimizer.Domain.Attribution;
using Optimizer.Domain.Experiments;

namespace Optimizer.Workflows.Attribution;

/// <summary>What a unit was given.</summary>
/// <param name="Experiment">Of the ledger.</param>
/// <param name="Assignment">A variant for ever, or none and why.</param>
public sealed record UnitAssignment(LedgerExperiment Experiment, Assignment Assignment)
{
    /// <summary>Name of the variant; null for a unit that takes no part and sees what is live.</summary>
    public string? Variant => Assignment is Assignment.Assigned assigned ? Experiment.Variants[assigned.VariantIndex] : null;
}
