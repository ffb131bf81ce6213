namespace Optimizer.Workflows.Experiments;

/// <summary>What a query of an experiment shows.</summary>
public sealed record ExperimentView
{
    public required string Experiment { get; init; }

    public required string Play { get; init; }

    public required string Hypothesis { get; init; }

    public required ExperimentPhase Phase { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required IReadOnlyList<double> Weights { get; init; }

    /// <summary>Null while it is prepared.</summary>
    public DateTimeOffset? NextLook { get; init; }

    /// <summary>The planned last day.</summary>
    public required int EndDay { get; init; }

    /// <summary>The last look; null before the first.</summary>
    public LookReading? LastLook { get; init; }

    /// <summary>Id of the open question.</summary>
    public string? WaitingFor { get; init; }

    public Settlement? Settlement { get; init; }

    public string? Problem { get; init; }
}
