namespace Optimizer.Benchmarks.Engine.Waiting;

/// <summary>What a process says of the engine it opened.</summary>
internal sealed record WaitingReport
{
    /// <summary>From the call that opens until it answered, the code's first compilation included.</summary>
    public required double OpenSeconds { get; init; }

    /// <summary>Resident memory once it stands still; no collection was forced.</summary>
    public required long ResidentBytes { get; init; }

    /// <summary>Managed memory after a full collection.</summary>
    public required long HeapBytes { get; init; }

    /// <summary>Instances that wait.</summary>
    public required int Live { get; init; }

    /// <summary>How often the code of a workflow ran by then: every one would be a replay.</summary>
    public required int Replays { get; init; }

    /// <summary>Whether the timers were due before the measurement was done; then it says nothing.</summary>
    public required bool TooLate { get; init; }

    /// <summary>Instances that completed after all.</summary>
    public required int Completed { get; init; }

    /// <summary>From the due time of all, or from the first signal, until the last one completed.</summary>
    public required double EndSeconds { get; init; }
}
