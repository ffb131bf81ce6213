using Optimizer.Workflows;

namespace Optimizer.Embedded.Inspection;

/// <summary>One thing that happened to an instance, in order.</summary>
public sealed record HistoryEntry
{
    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Number of the turn it belongs to, from 1 in each generation; 0 for what no turn has taken yet.</summary>
    public required int Turn { get; init; }

    public required HistoryKind Kind { get; init; }

    /// <summary>Number of the step it begins or ends, from 0 in each generation; null for what is no step.</summary>
    public int? Step { get; init; }

    /// <summary>Attempt of an activity or a child, from 1.</summary>
    public int? Attempt { get; init; }

    /// <summary>Name of the activity, child workflow or signal.</summary>
    public string? Name { get; init; }

    /// <summary>Id of the child.</summary>
    public string? ChildId { get; init; }

    /// <summary>Input, output or what a signal carries.</summary>
    public Payload? Payload { get; init; }

    public Failure? Failure { get; init; }

    /// <summary>Due time of a timer.</summary>
    public DateTimeOffset? Due { get; init; }
}
