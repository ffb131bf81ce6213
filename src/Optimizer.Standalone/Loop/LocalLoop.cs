using Optimizer.Embedded;
using Optimizer.Embedded.Records;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Standalone.Loop;

/// <summary>The whole loop in this process: embedded engine, records, and the world it is given.</summary>
internal sealed class LocalLoop : IAsyncDisposable
{
    public const string EngineFileName = "engine.db";

    private LocalLoop(EmbeddedEngine engine, RecordStore records, World world, TimeProvider clock) =>
        (Engine, Records, World, Clock) = (engine, records, world, clock);

    public EmbeddedEngine Engine { get; }

    public RecordStore Records { get; }

    public World World { get; }

    public TimeProvider Clock { get; }

    /// <summary>Opens it and goes on with everything that was under way.</summary>
    public static async Task<LocalLoop> OpenAsync(LocalLoopOptions options)
    {
        var records = RecordStore.Open(
            options.Folder is null ? null : Path.Combine(options.Folder, RecordOptions.FileName), new() { Durable = options.Durable });
        try
        {
            EmbeddedEngine? engine = null;
            var world = options.World(new(records, () => engine ?? throw new InvalidOperationException("the engine is not open yet")));
            var registry = PlayLoop.Register(new(), world);
            ReportLoop.Register(registry, world);
            options.Beside?.Invoke(registry, world);
            var file = options is { Folder: { } folder, KeepsEngine: true } ? Path.Combine(folder, EngineFileName) : null;
            engine = await options.Open(options.Engine with { File = file }, registry, options.Clock);
            return new(engine, records, world, options.Clock);
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    /// <summary>Puts a definition in force and starts its play; one that runs takes it from its next tick.</summary>
    /// <param name="document">The definition.</param>
    /// <param name="file">Where it came from.</param>
    /// <param name="by">Whose order it is; null for a simulation.</param>
    public Task<EnrolmentAnswer> EnrolAsync(PlayDocument document, string file, string? by = null) =>
        new Enrolment(World).EnrolAsync(document, file, by, Clock.GetUtcNow(), default);

    /// <summary>Puts a policy in force, from the next tick of each play.</summary>
    /// <exception cref="ArgumentException">Something is wrong with it: nothing is written, and what is in force stays.</exception>
    public Task SetPolicyAsync(string text, string file)
    {
        var read = PolicyFile.Read(text, file);
        return read.Policy is null
            ? throw new ArgumentException(string.Join("\n", read.Problems), nameof(text))
            : World.Plays.PutAsync(PlayTerms.PolicyName, text, file, Clock.GetUtcNow(), default);
    }

    public async Task<PlayView?> ViewAsync(string slug) =>
        (await Engine.StatusAsync(LoopNames.PlayId(slug)))?.Status is { } status ? status.ReadAs<PlayView>("the view of a play", slug) : null;

    public async ValueTask DisposeAsync()
    {
        await Engine.StopAsync(TimeSpan.FromSeconds(5));
        Records.Dispose();
    }
}
