using Optimizer.Crash.Tests.Dying;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Tests.Answers;

/// <summary>Work that a dead process left lying: it comes back, is counted, and in the end waits for a person.</summary>
public class AbandonedCallTests
{
    private const int MaxAttempts = 3;

    // Counted are the starts of a process that find it under way; its first death is in the life that began it.
    private const int Deaths = MaxAttempts + 1;

    private static readonly Workflow<None, string> Fatal = new("fatal");
    private static readonly Workflow<None, string> Harmless = new("harmless");
    private static readonly Activity<None, string> Work = new("work");
    private static readonly Signal<string> Go = new("go");

    private readonly List<(string Key, int Attempt)> _runs = [];

    [Fact]
    [Trait("Behaviour", "83")]
    public async Task Activity_RunningAtEachDeath_RunsAgainUnderItsKeyUntilItIsParked()
    {
        using var files = new LifeFiles();
        for (var death = 1; death <= Deaths; death++)
        {
            await DieInTheActivityAsync(files, first: death == 1);
        }

        var (engine, _, begun) = await OpenAsync(files, answers: true);
        await using var last = engine;
        var parked = (await engine.StatusAsync("fatal"))!;
        Assert.Equal(RunState.Parked, parked.State);
        Assert.NotNull(parked.Failure);
        Assert.False(begun.IsCompleted);
        Assert.Equal(Deaths, _runs.Count);
        await engine.SignalAsync("harmless", Go, "gone on");
        Assert.Equal("gone on", (await engine.CompletionAsync("harmless"))!.Output!.Value.Read<string>());

        Assert.Equal(ControlAnswer.Done, await engine.ResumeAsync("fatal"));

        Assert.Equal("done", (await engine.CompletionAsync("fatal"))!.Output!.Value.Read<string>());
        Assert.Equal(Deaths + 1, _runs.Count);
        // One key, one attempt: a death is no answer of the activity.
        Assert.Single(_runs.Distinct());
        Assert.Equal(1, _runs[0].Attempt);
    }

    private async Task DieInTheActivityAsync(LifeFiles files, bool first)
    {
        var (engine, store, begun) = await OpenAsync(files, answers: false);
        if (first)
        {
            await engine.StartAsync(Harmless, "harmless", None.Value);
            await engine.StartAsync(Fatal, "fatal", None.Value);
        }

        await begun;
        store.Die();
        await engine.AbandonAsync();
    }

    private async Task<(EmbeddedEngine Engine, DyingStore Store, Task Begun)> OpenAsync(LifeFiles files, bool answers)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        DyingStore? store = null;
        var registry = new WorkflowRegistry()
            .Add(Fatal, (context, _) => context.CallAsync(Work, None.Value))
            .Add(Harmless, async (context, _) => (await context.WaitAsync(Go))!.Payload)
            .Add(Work, async (call, _) =>
            {
                _runs.Add((call.IdempotencyKey, call.Attempt));
                begun.SetResult();
                await (answers ? Task.CompletedTask : Task.Delay(Timeout.Infinite, call.CancellationToken));
                return "done";
            });
        var engine = await EmbeddedEngine.OpenAsync(
            new EngineOptions { File = files.File, MaxAttempts = MaxAttempts }, registry, TimeProvider.System, null, null,
            inner => store = new DyingStore(inner, new Life(), null, files.Bequeath));
        return (engine, store!, begun.Task);
    }
}
