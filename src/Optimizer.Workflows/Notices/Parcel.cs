namespace Optimizer.Workflows.Notices;

/// <summary>What one sink gets at once: one notice, or a digest of several.</summary>
public sealed record Parcel
{
    /// <summary>Rises in the order in which parcels were made.</summary>
    public required long Number { get; init; }

    /// <summary>Unique for sink and content; the same at every attempt and replay.</summary>
    public required string Key { get; init; }

    public required string Sink { get; init; }

    public required bool IsDigest { get; init; }

    /// <summary>Oldest first; at least one unless it was replaced.</summary>
    public required IReadOnlyList<KeptNotice> Notices { get; init; }

    /// <summary>When it was to go out.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>When it is tried next, at the earliest.</summary>
    public required DateTimeOffset NextTry { get; init; }

    public required ParcelState State { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<ParcelAttempt> Attempts { get; init; } = [];

    /// <summary>Why it waits or was dropped.</summary>
    public required string Why { get; init; }

    /// <summary>The parcel that somebody had sent again by this one; null otherwise.</summary>
    public long? ReplayOf { get; init; }
}
