using Optimizer.Embedded;
using Optimizer.Tests.Standalone.Commands;
using Optimizer.Workflows;

namespace Optimizer.Tests.Standalone.Engine;

/// <summary>A data directory with the file of an engine that ran, gone when the test is.</summary>
internal sealed class EngineFolder : IDisposable
{
    public static readonly Workflow<string, string> Play = new("Play");
    public static readonly Workflow<string, string> Experiment = new("Experiment");
    public static readonly Workflow<string, string> Broken = new("Broken");
    public static readonly Activity<string, int> Fetch = new("fetch-kpi");
    public static readonly Signal<string> Approve = new("approve");

    public string Data { get; } = Directory.CreateTempSubdirectory("optimizer-engine-").FullName;

    public string File => Path.Combine(Data, "engine.db");

    /// <summary>
    /// Left by an engine that stopped: <c>play-1</c> waits for a signal and its child <c>experiment-1</c>, <c>play-2</c>
    /// completed, <c>broken-1</c> failed.
    /// </summary>
    public static async Task<EngineFolder> LeftAsync()
    {
        var folder = new EngineFolder();
        await using var engine = await folder.OpenAsync(new VirtualClock(MadeUp.Start));
        await engine.StartAsync(Play, "play-1", "newsletter", new() { Tags = new Dictionary<string, string> { ["team"] = "growth" } });
        await engine.StartAsync(Play, "play-2", "stop");
        await engine.StartAsync(Broken, "broken-1", "x");
        await engine.RunUntilAsync(MadeUp.Start.AddHours(1));
        return folder;
    }

    public Task<EmbeddedEngine> OpenAsync(TimeProvider? clock = null) =>
        EmbeddedEngine.OpenAsync(new() { File = File, KeepFinished = null }, Registry(), clock ?? TimeProvider.System);

    /// <summary>Runs one of the engine's commands on the directory.</summary>
    public Ran Ran(params string[] command) => Commands.Ran.Of(["engine", .. command, "--data", Data]);

    public void Dispose() => Directory.Delete(Data, recursive: true);

    private static WorkflowRegistry Registry() => new WorkflowRegistry()
        .Add(Fetch, (_, kpi) => Task.FromResult(kpi.Length))
        .Add(Play, async (context, slug) =>
        {
            context.SetStatus($"{slug}: {await context.CallAsync(Fetch, slug)}");
            if (slug == "stop")
            {
                return "stopped";
            }

            var approval = context.WaitAsync(Approve);
            var experiment = context.RunAsync(Experiment, "experiment-1", slug);
            return (await approval)!.Payload + await experiment;
        })
        .Add(Experiment, async (context, _) => (await context.WaitAsync(Approve))!.Payload)
        .Add(Broken, (_, _) => throw new InvalidOperationException("no plan", new IOException("disk gone")));
}
