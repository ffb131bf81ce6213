using Optimizer.Connectors.Simulated;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Loop;

/// <summary>A loop on the simulated market.</summary>
internal sealed record SimulationOptions
{
    public required ulong Seed { get; init; }

    /// <summary>When the plays begin, UTC.</summary>
    public required DateTimeOffset Start { get; init; }

    public required IReadOnlyList<PlayDocument> Plays { get; init; }

    /// <summary>Text of the policy; null for the defaults.</summary>
    public string? Policy { get; init; }

    /// <summary>Folder of the records; null keeps them in memory. The engine of a simulation is always in memory.</summary>
    public string? Folder { get; init; }

    /// <summary>What is not left to the seed, by play's slug.</summary>
    public IReadOnlyDictionary<string, MarketSettings> Settings { get; init; } = new Dictionary<string, MarketSettings>();

    /// <summary>Null when nobody answers.</summary>
    public PeopleOptions? People { get; init; }

    /// <summary>Whether the weekly reports are written.</summary>
    public bool HasReports { get; init; } = true;

    /// <summary>Puts something before the world, such as faults.</summary>
    public Func<World, World>? Around { get; init; }

    /// <summary>Opens the engine otherwise than a loop does by itself; null for no difference.</summary>
    public Func<EngineOptions, WorkflowRegistry, TimeProvider, Task<EmbeddedEngine>>? Open { get; init; }
}
