namespace Optimizer.Connectors.Faults;

/// <summary>How a world fails. Shares are in [0, 1] and add up to at most 1.</summary>
public sealed record FaultOptions
{
    public required ulong Seed { get; init; }

    /// <summary>Tells the time that outages are of.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Share of calls that fail and do nothing.</summary>
    public double FailShare { get; init; }

    /// <summary>Share of calls that do what was asked and fail all the same, as when an answer is lost.</summary>
    public double LostAnswerShare { get; init; }

    /// <summary>Share of reads that answer what cannot be.</summary>
    public double NonsenseShare { get; init; }

    /// <summary>Windows in which every call of a port fails.</summary>
    public IReadOnlyList<Outage> Outages { get; init; } = [];
}
