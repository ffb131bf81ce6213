using Optimizer.Crash.Tests.Dying;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Tests.Files;

public class FailedOpeningTests
{
    private static readonly Workflow<None, string> Waiting = new("waiting");
    private static readonly Activity<None, string> Work = new("work");

    [Theory]
    [InlineData(FaultKind.FailOnce, 1)]
    [InlineData(FaultKind.FailOnce, 2)]
    [InlineData(FaultKind.FailOnce, 3)]
    [InlineData(FaultKind.DoneButFailed, 1)]
    [Trait("Behaviour", "82")]
    public async Task OpenAsync_DiskFailingWhileItRecovers_OpensOrFreesTheFileForAnotherTry(FaultKind kind, int call)
    {
        using var files = new LifeFiles();
        var before = await OpenAsync(files, null, answers: false);
        await before.StartAsync(Waiting, "one", None.Value);
        await before.AbandonAsync();

        EmbeddedEngine? engine = null;
        try
        {
            engine = await OpenAsync(files, new Fault(call, kind), answers: true);
        }
        catch (EngineFileException refused)
        {
            Assert.Contains(files.File, refused.Message, StringComparison.Ordinal);
        }

        await using var opened = engine ?? await OpenAsync(files, null, answers: true);
        Assert.Equal("done", (await opened.CompletionAsync("one"))!.Output!.Value.Read<string>());
        Assert.Equal(RunState.Completed, (await opened.StatusAsync("one"))!.State);
    }

    private static Task<EmbeddedEngine> OpenAsync(LifeFiles files, Fault? fault, bool answers) => EmbeddedEngine.OpenAsync(
        new EngineOptions { File = files.File },
        new WorkflowRegistry()
            .Add(Waiting, (context, _) => context.CallAsync(Work, None.Value))
            .Add(Work, async (call, _) =>
            {
                await (answers ? Task.CompletedTask : Task.Delay(Timeout.Infinite, call.CancellationToken));
                return "done";
            }),
        TimeProvider.System, null, null, inner => new DyingStore(inner, new Life(), fault, files.Bequeath));
}
