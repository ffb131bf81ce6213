namespace Optimizer.Workflows.Instances;

/// <summary>How one instance stands.</summary>
public sealed record InstanceStatus
{
    public required string InstanceId { get; init; }

    /// <summary>Name of its workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Version of the code it is pinned to.</summary>
    public required int Version { get; init; }

    public required RunState State { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of its last step or change of state.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Generation, from 1; each continue-as-new adds one.</summary>
    public required int Generation { get; init; }

    /// <summary>Instance that runs this one as its child.</summary>
    public string? ParentId { get; init; }

    /// <summary>Input of the current generation.</summary>
    public required Payload Input { get; init; }

    /// <summary>What <see cref="IWorkflowContext.SetStatus{T}"/> set last; null when nothing was set.</summary>
    public Payload? Status { get; init; }

    /// <summary>What it returned; null unless completed.</summary>
    public Payload? Output { get; init; }

    /// <summary>Why it failed or is parked; null otherwise.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Why a person suspended or terminated it; null otherwise.</summary>
    public string? Reason { get; init; }

    public required IReadOnlyDictionary<string, string> Tags { get; init; }
}
