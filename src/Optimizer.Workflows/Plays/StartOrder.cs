using Optimizer.Domain.Hypotheses;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Approvals;

namespace Optimizer.Workflows.Plays;

/// <summary>What policy is asked about a start.</summary>
public sealed record StartOrder
{
    public required string Play { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Hypothesis Hypothesis { get; init; }

    /// <summary>Id the experiment would have.</summary>
    public required string Experiment { get; init; }

    public required string Cause { get; init; }

    /// <summary>Of the definition of the last tick: a change takes effect from the next (S0-014).</summary>
    public required string DefinitionHash { get; init; }

    public required Autonomy Autonomy { get; init; }

    public required bool IsTracked { get; init; }

    public required string? TrackingFault { get; init; }

    /// <summary>An approval in hand; null for none.</summary>
    public required ApprovalEnd? Granted { get; init; }

    public required DateTimeOffset? ReviewedAt { get; init; }

    /// <summary>Number of the question, from 1; makes its keys.</summary>
    public required int Question { get; init; }

    /// <summary>The primary KPI it is tried on.</summary>
    public required string Kpi { get; init; }
}
