using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;

namespace Optimizer.Standalone.Loop;

/// <summary>What a loop on one machine runs on.</summary>
internal sealed record LocalLoopOptions
{
    public required TimeProvider Clock { get; init; }

    /// <summary>Folder of the engine's and the records' files; null keeps everything in memory.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the engine is kept in the folder too; a simulation that nobody resumes keeps it in memory.</summary>
    public bool KeepsEngine { get; init; } = true;

    /// <summary>False for simulations only: what is recorded then survives the process, not a power cut.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Completes the world: everything but the records and the engine, which the loop brings itself.</summary>
    public required Func<LocalRecords, World> World { get; init; }

    /// <summary>Workflows beside the loop's own, such as simulated people.</summary>
    public Action<WorkflowRegistry, World>? Beside { get; init; }

    /// <summary>A live experiment wakes every quarter of an hour: it is kept in memory that long, or each watch would replay its day.</summary>
    public EngineOptions Engine { get; init; } = new() { CacheIdle = TimeSpan.FromHours(1) };

    /// <summary>Opens the engine; benchmarks open it on a store that counts.</summary>
    public Func<EngineOptions, WorkflowRegistry, TimeProvider, Task<EmbeddedEngine>> Open { get; init; } =
        static (options, registry, clock) => EmbeddedEngine.OpenAsync(options, registry, clock);
}
