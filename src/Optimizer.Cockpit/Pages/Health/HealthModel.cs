using Optimizer.Cockpit.Api;

namespace Optimizer.Cockpit.Pages.Health;

/// <summary>Whether the loop is stuck, and on what.</summary>
public sealed record HealthModel
{
    /// <summary>running, frozen, needs help or stuck.</summary>
    public required string Word { get; init; }

    /// <summary>good, warn or bad.</summary>
    public required string Kind { get; init; }

    /// <summary>One sentence: what is the matter.</summary>
    public required string Sentence { get; init; }

    /// <summary>Engine, records and clock.</summary>
    public required IReadOnlyList<HealthCheck> Checks { get; init; }

    /// <summary>Null where the host cannot say.</summary>
    public required EngineReading? Engine { get; init; }

    /// <summary>Plays there are.</summary>
    public required int Plays { get; init; }

    /// <summary>The next tick of any play; null without one.</summary>
    public required (string Play, DateTimeOffset At)? Next { get; init; }

    /// <summary>Plays whose tick is overdue, the oldest first, as many as fit.</summary>
    public required IReadOnlyList<(string Play, DateTimeOffset Due)> Late { get; init; }

    /// <summary>Ticks that were missed lately.</summary>
    public required IReadOnlyList<MissedTicks> Missed { get; init; }

    /// <summary>Instances that do not go on by themselves, as many as fit.</summary>
    public required IReadOnlyList<HeldInstance> Held { get; init; }

    /// <summary>Plays that something outside keeps from a step, as many as fit.</summary>
    public required IReadOnlyList<(string Play, string Problem)> Troubled { get; init; }

    /// <summary>How many there are.</summary>
    public required int TroubledCount { get; init; }

    /// <summary>What is told to people, by sink.</summary>
    public required IReadOnlyList<SinkStanding> Sinks { get; init; }

    /// <summary>Of the program.</summary>
    public required string Version { get; init; }
}
