namespace Optimizer.Embedded;

/// <summary>How an engine is doing at one moment.</summary>
public sealed record EngineHealth
{
    /// <summary>When this was taken, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the engine opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>
    /// When a heartbeat last went through the writer and back: it beats every 5 seconds, so one older than 15 says that the
    /// writer or the process stands still.
    /// </summary>
    public required DateTimeOffset HeartbeatAt { get; init; }

    /// <summary>Instances that are not finished.</summary>
    public required int Live { get; init; }

    /// <summary>Of these, workflows held live in memory.</summary>
    public required int Cached { get; init; }

    /// <summary>Workflows that wait for a free turn.</summary>
    public required int TurnsQueued { get; init; }

    /// <summary>Activities that run.</summary>
    public required int ActivitiesRunning { get; init; }

    /// <summary>Activities that wait for a free place.</summary>
    public required int ActivitiesQueued { get; init; }

    /// <summary>Changes that wait for the writer.</summary>
    public required int ChangesQueued { get; init; }

    /// <summary>Pending timers.</summary>
    public required int Timers { get; init; }

    /// <summary>Due time of the next timer; null without one.</summary>
    public required DateTimeOffset? NextDue { get; init; }

    /// <summary>Parked instances.</summary>
    public required int Parked { get; init; }

    /// <summary>What the disk said when nothing could be written, until something can again; null when all is well.</summary>
    public required string? StoreProblem { get; init; }

    /// <summary>Whether steps are being made durable.</summary>
    public bool IsHealthy => StoreProblem is null && At - HeartbeatAt < TimeSpan.FromSeconds(15);
}
