namespace Optimizer.Embedded.Inspection;

/// <summary>A step that has begun and not ended: something an instance waits for.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Step">Number of the step.</param>
/// <param name="Since">When it began.</param>
public sealed record AwaitedStep(AwaitedKind Kind, int Step, DateTimeOffset Since)
{
    /// <summary>
    /// Name of the activity, child workflow or signal. For a time: of the activity or child that failed in the turn which
    /// set it, so that it is most likely the wait before another attempt; null for a plain sleep.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>Id of the child.</summary>
    public string? ChildId { get; init; }

    /// <summary>Attempt that runs, from 1; for a time, the attempt that failed.</summary>
    public int? Attempt { get; init; }

    /// <summary>When it ends by itself; null when only an answer ends it.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Whether the activity was begun and must not be repeated: it runs now, or died with a process.</summary>
    public bool IsBegun { get; init; }
}
