using Optimizer.Domain.Hypotheses;

namespace Optimizer.Workflows.Plays;

/// <summary>What a diagnosis is told.</summary>
public sealed record DiagnoseOrder
{
    public required string Play { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AnomalyFacts Anomaly { get; init; }

    public required string PolicyHash { get; init; }

    public required string DefinitionHash { get; init; }

    public required IReadOnlyList<TriedHypothesis> Tried { get; init; }

    /// <summary>Hypotheses made before, for the ids.</summary>
    public required int Made { get; init; }
}
