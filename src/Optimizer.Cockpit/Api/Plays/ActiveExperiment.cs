using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Experiments;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>The experiment of a play that is live.</summary>
public sealed record ActiveExperiment
{
    public required string Id { get; init; }

    public required ExperimentPhase Phase { get; init; }

    /// <summary>What it tries, in words.</summary>
    public required string Change { get; init; }

    public required string Variable { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Complete days seen at the last look; 0 before the first.</summary>
    public required int Day { get; init; }

    /// <summary>Planned last day, extensions included.</summary>
    public required int EndDay { get; init; }

    /// <summary>Shares in force, control first.</summary>
    public required IReadOnlyList<double> Weights { get; init; }

    public required DateTimeOffset? NextLook { get; init; }

    /// <summary>Null before the first.</summary>
    public LastLook? LastLook { get; init; }

    /// <summary>How far it is from every rule that would end it, at the last look; empty before the first.</summary>
    public required IReadOnlyList<StopDistance> StopRules { get; init; }

    /// <summary>What does not answer; null when all is well.</summary>
    public string? Problem { get; init; }
}
