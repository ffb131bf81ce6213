namespace Optimizer.Embedded;

/// <summary>How an engine is set up; checked once, when it opens.</summary>
public sealed record EngineOptions
{
    /// <summary>The database file, made when absent; null keeps everything in memory, for tests and simulations.</summary>
    public string? File { get; init; }

    /// <summary>Activities that run at the same time; at least 1, default 64. Those that wait for their turn hold no thread.</summary>
    public int MaxActivities { get; init; } = 64;

    /// <summary>Workflows that take a step at the same time; at least 1, default twice the processors. A waiting one takes none.</summary>
    public int MaxTurns { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Bytes of history whose workflows are kept live in memory; default 32 MiB. The others are replayed when they wake.</summary>
    public long CacheBytes { get; init; } = 32 << 20;

    /// <summary>A live workflow that has not moved for so long is let go; default 5 minutes. Zero replays at every turn.</summary>
    public TimeSpan CacheIdle { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Largest payload, in bytes of JSON; default 2 MiB.</summary>
    public int MaxPayloadBytes { get; init; } = 2 << 20;

    /// <summary>Largest status, in bytes of JSON; default 16 KiB, the limit of Durable Task.</summary>
    public int MaxStatusBytes { get; init; } = 16 << 10;

    /// <summary>History events of one generation at which a workflow is parked; default 10,000, with a warning at two fifths.</summary>
    public int MaxHistoryEvents { get; init; } = 10_000;

    /// <summary>A step that takes longer is taken for one that never yields, and the workflow is parked; default 10 seconds.</summary>
    public TimeSpan MaxTurnTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Deaths of the process, in a row, beside a workflow that was under way and got no further, at which it is parked; default 5.</summary>
    public int MaxAttempts { get; init; } = 5;

    /// <summary>Finished instances are deleted after so long; null keeps them; default 90 days.</summary>
    public TimeSpan? KeepFinished { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Which code may run an instance whose version is not registered.</summary>
    public VersionMatch VersionMatch { get; init; } = VersionMatch.Strict;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxActivities, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTurns, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(CacheBytes);
        ArgumentOutOfRangeException.ThrowIfLessThan(CacheIdle, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPayloadBytes, 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxStatusBytes, 1024);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxHistoryEvents, 10);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTurnTime, TimeSpan.FromMilliseconds(10));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAttempts, 1);
        if (KeepFinished is { } keep)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(keep, TimeSpan.Zero, nameof(KeepFinished));
        }
    }
}
