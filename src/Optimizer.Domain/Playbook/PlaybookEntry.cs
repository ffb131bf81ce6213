using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Hypotheses;

namespace Optimizer.Domain.Playbook;

/// <summary>What one closed experiment teaches: what, where, why, evidence, next (S3-020). Every closed experiment has one (S3-069).</summary>
public sealed record PlaybookEntry
{
    public required string Experiment { get; init; }

    public required string Play { get; init; }

    /// <summary>As people say it.</summary>
    public required string PlayName { get; init; }

    public required string Site { get; init; }

    public required IReadOnlyList<string> Kpis { get; init; }

    public required Hypothesis Hypothesis { get; init; }

    public required ExperimentEnded End { get; init; }

    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>The next experiment to make of it, in words.</summary>
    public required string Next { get; init; }

    public bool Worked => End.End is DecisionKind.AdoptProven or DecisionKind.AdoptProvisional or DecisionKind.AdoptStated;

    /// <summary>Whether the same hypothesis is never tried again unless a person says so (C29).</summary>
    public bool IsBlocked => End.End == DecisionKind.Revert;
}
