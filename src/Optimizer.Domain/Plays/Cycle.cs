namespace Optimizer.Domain.Plays;

/// <summary>What a play repeats when it is not days: summits, placements, billing periods.</summary>
public sealed record Cycle
{
    public string? Unit { get; init; }

    public Span? TypicalLength { get; init; }

    public string? StartEvent { get; init; }

    public string? EndEvent { get; init; }
}
