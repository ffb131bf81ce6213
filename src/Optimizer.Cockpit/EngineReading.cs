namespace Optimizer.Cockpit;

/// <summary>How an engine does at one moment, as people see it.</summary>
public sealed record EngineReading
{
    /// <summary>When a heartbeat last went through it and back.</summary>
    public required DateTimeOffset HeartbeatAt { get; init; }

    /// <summary>When it opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Instances that are not finished.</summary>
    public required int Live { get; init; }

    /// <summary>Due time of the next timer; null without one.</summary>
    public required DateTimeOffset? NextDue { get; init; }

    /// <summary>Pending timers.</summary>
    public required int Timers { get; init; }

    /// <summary>Workflows that wait for a free turn.</summary>
    public required int TurnsQueued { get; init; }

    /// <summary>Activities that run.</summary>
    public required int ActivitiesRunning { get; init; }

    /// <summary>Activities that wait for a free place.</summary>
    public required int ActivitiesQueued { get; init; }

    /// <summary>Changes that wait to be made durable.</summary>
    public required int ChangesQueued { get; init; }
}
