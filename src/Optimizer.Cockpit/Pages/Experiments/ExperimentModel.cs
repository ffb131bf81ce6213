using Optimizer.Cockpit.Api.Plays;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Evidence;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>An experiment with everything the trail says of it.</summary>
public sealed record ExperimentModel
{
    /// <summary>Of the trail.</summary>
    public required ExperimentCard Card { get; init; }

    /// <summary>Name of its play.</summary>
    public required string PlayName { get; init; }

    /// <summary>Where it stands or how it ended, in one sentence.</summary>
    public required string Status { get; init; }

    /// <summary>How it stands, as the API says it; null once it is over.</summary>
    public ActiveExperiment? Now { get; init; }

    /// <summary>Id of its open question; null for none.</summary>
    public string? Question { get; init; }

    /// <summary>Every day as the last look has it; empty before the first look.</summary>
    public required IReadOnlyList<EvidenceDay> Days { get; init; }

    /// <summary>What the stated rules would have done in their other mode; null before the first look.</summary>
    public OtherMode? Other { get; init; }

    /// <summary>Distance to every stop rule: now, or at the last look.</summary>
    public required IReadOnlyList<StopDistance> StopRules { get; init; }

    /// <summary>What policy says of stopping it; null once it is over.</summary>
    public Ruling? Stopping { get; init; }

    /// <summary>What came of its play afterwards, oldest first.</summary>
    public required IReadOnlyList<AuditRecord> After { get; init; }
}
