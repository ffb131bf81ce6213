using Optimizer.Domain.Policies;
using Optimizer.Workflows.Experiments;

namespace Optimizer.Workflows.Plays;

/// <summary>What follows from an experiment is worked out from this.</summary>
public sealed record ConcludeOrder
{
    public required string Play { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Cause { get; init; }

    public required ExperimentEnd Ended { get; init; }

    /// <summary>With this one as the last.</summary>
    public required IReadOnlyList<ConcludedRun> Concluded { get; init; }

    public required IReadOnlyDictionary<string, KpiMark> Marks { get; init; }

    public required DateTimeOffset? ReviewedAt { get; init; }

    public required Autonomy Autonomy { get; init; }

    public required DateTimeOffset AutonomySince { get; init; }

    public required Scorecard Card { get; init; }
}
