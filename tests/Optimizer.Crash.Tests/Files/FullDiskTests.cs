using Optimizer.Crash.Tests.Dying;
using Optimizer.Embedded;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Tests.Files;

public class FullDiskTests
{
    private static readonly Workflow<string, int> Big = new("big");
    private static readonly Workflow<None, int> UnderWay = new("under-way");
    private static readonly Activity<None, int> Slow = new("slow");
    private static readonly Signal<string> Go = new("go");

    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _runs;

    [Fact]
    [Trait("Behaviour", "82")]
    public async Task Engine_DiskFull_SaysSoKeepsWhatItAcknowledgedAndGoesOn()
    {
        using var files = new LifeFiles();
        var (engine, store, session) = await OpenAsync(files);
        await using var opened = engine;
        await engine.StartAsync(UnderWay, "under way", None.Value);
        await _begun.Task;

        store.AtNextBegin(() => session.Execute($"PRAGMA max_page_count = {session.ReadLong("PRAGMA page_count") + 20}"));
        var (acknowledged, refused) = await FillAsync(engine);
        Assert.Contains("full", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("full", engine.Health().StoreProblem, StringComparison.Ordinal);
        Assert.False(engine.Health().IsHealthy);

        // What was under way answers now, and its answer waits for the disk.
        _answer.SetResult();
        store.AtNextBegin(() => session.Execute("PRAGMA max_page_count = 1073741823"));
        var last = $"big {acknowledged}";
        Assert.Equal(StartAnswer.Started, await InsistAsync(() => engine.StartAsync(Big, last, "after all")));

        Assert.Null(engine.Health().StoreProblem);
        Assert.Equal(7, (await engine.CompletionAsync("under way"))!.Output!.Value.Read<int>());
        Assert.Equal(1, _runs);
        for (var number = 0; number <= acknowledged; number++)
        {
            Assert.Equal(SignalAnswer.Accepted, await engine.SignalAsync($"big {number}", Go, "go"));
            Assert.Equal(RunState.Completed, (await engine.CompletionAsync($"big {number}"))!.State);
        }
    }

    private static async Task<(int Acknowledged, EngineUnavailableException Refused)> FillAsync(EmbeddedEngine engine)
    {
        for (var number = 0; ; number++)
        {
            Assert.True(number < 1000, "the disk does not fill");
            try
            {
                await engine.StartAsync(Big, $"big {number}", new string('x', 10_000));
            }
            catch (EngineUnavailableException refused)
            {
                return (number, refused);
            }
        }
    }

    private static async Task<T> InsistAsync<T>(Func<Task<T>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (EngineUnavailableException)
            {
                await Task.Yield();
            }
        }
    }

    private async Task<(EmbeddedEngine Engine, DyingStore Store, SqliteSession Session)> OpenAsync(LifeFiles files)
    {
        DyingStore? store = null;
        SqliteSession? session = null;
        var registry = new WorkflowRegistry()
            .Add(Big, async (context, input) => (await context.WaitAsync(Go))!.Payload.Length + input.Length)
            .Add(UnderWay, (context, _) => context.CallAsync(Slow, None.Value))
            .Add(Slow, async (_, _) =>
            {
                Interlocked.Increment(ref _runs);
                _begun.TrySetResult();
                await _answer.Task;
                return 7;
            });
        var engine = await EmbeddedEngine.OpenAsync(new EngineOptions { File = files.File }, registry, TimeProvider.System, null, null, inner =>
        {
            session = ((SqliteStore)inner).Session;
            return store = new DyingStore(inner, new Life(), null, files.Bequeath);
        });
        return (engine, store!, session!);
    }
}
