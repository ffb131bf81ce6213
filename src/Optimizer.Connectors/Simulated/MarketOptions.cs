using Optimizer.Domain.Plays;

namespace Optimizer.Connectors.Simulated;

/// <summary>Which world is opened. Equal options are equal worlds.</summary>
public sealed record MarketOptions
{
    public required ulong Seed { get; init; }

    /// <summary>When plays begin; history lies before it.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Days of figures before the start; at least 120, so that eight weeks of history and a baseline exist at once.</summary>
    public int HistoryDays { get; init; } = 180;

    /// <summary>Plays that are there from the beginning; others join when a port first names them.</summary>
    public IReadOnlyList<Play> Plays { get; init; } = [];

    /// <summary>What is not left to the seed, by play's slug.</summary>
    public IReadOnlyDictionary<string, MarketSettings> Settings { get; init; } = new Dictionary<string, MarketSettings>();
}
