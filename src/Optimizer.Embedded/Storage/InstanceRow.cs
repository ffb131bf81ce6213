using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Storage;

/// <summary>An instance as stored.</summary>
internal sealed record InstanceRow
{
    public required long Key { get; init; }

    public required string Id { get; init; }

    public required string Workflow { get; init; }

    public required int Version { get; init; }

    /// <summary>Never Pending: whether a first step was taken is what <see cref="Started"/> says.</summary>
    public required RunState State { get; init; }

    /// <summary>Whether a turn of any generation was recorded.</summary>
    public required bool Started { get; init; }

    public required int Generation { get; init; }

    public required int Attempts { get; init; }

    public required long CreatedAt { get; init; }

    /// <summary>UTC ticks of the last change of the row: state, end, generation; not of every turn.</summary>
    public required long ChangedAt { get; init; }

    public required Payload Input { get; init; }

    public Payload? Status { get; init; }

    public Payload? Output { get; init; }

    public Failure? Failure { get; init; }

    public string? Reason { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }

    public string? Trace { get; init; }

    public ParentLink? Parent { get; init; }

    /// <summary>Id of the parent, when it still exists.</summary>
    public string? ParentId { get; init; }
}
