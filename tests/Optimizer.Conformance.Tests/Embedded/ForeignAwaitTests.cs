using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Embedded;

public class ForeignAwaitTests : EngineTests
{
    [Theory, Trait("Behaviour", "86")]
    [InlineData("Task.Delay")]
    [InlineData("Task.Run")]
    [InlineData("own source")]
    [InlineData("ConfigureAwait(false)")]
    [InlineData("Task.Yield")]
    public async Task Workflow_AwaitsSomethingForeign_IsParkedWithAReason(string what)
    {
        await OpenAsync(Foreign(), clock: TimeProvider.System);
        await StartAsync(Child, "one", what);
        await StartAsync(Child, "other", "nothing");

        var parked = await ParkedAsync("one");

        Assert.Contains("await", parked.Failure!.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("fine", Output<string>(await EndAsync("other")));
        Assert.Equal(1, Engine.Health().Parked);
    }

    [Theory, Trait("Behaviour", "86")]
    [InlineData("Task.Delay")]
    [InlineData("Task.Run")]
    [InlineData("own source")]
    public async Task Workflow_ForeignAwaitMended_GoesOnAfterResume(string what)
    {
        await OpenAsync(Foreign(), clock: TimeProvider.System);
        await StartAsync(Child, "one", what);
        await ParkedAsync("one");

        await OpenAsync(Registry().Add(Child, async (context, _) => await context.CallAsync(Echo, "fine")));
        Assert.Equal(RunState.Parked, (await Engine.StatusAsync("one"))!.State);
        Assert.Equal(ControlAnswer.Done, await Engine.ResumeAsync("one"));

        Assert.Equal("fine", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "86")]
    public async Task Workflow_NeverYields_IsParkedAndNamedAndTheOthersGoOn()
    {
        var stop = 0;
        await OpenAsync(
            Registry()
                .Add(Play, (_, _) =>
                {
                    while (Volatile.Read(ref stop) == 0)
                    {
                        Thread.Yield();
                    }

                    return Task.FromResult("at last");
                })
                .Add(Child, (context, text) => context.CallAsync(Echo, text)),
            new() { MaxTurnTime = TimeSpan.FromMilliseconds(200), MaxTurns = 2 },
            TimeProvider.System);
        try
        {
            await StartAsync(Play, "endless", None.Value);
            await StartAsync(Child, "other", "fine");

            var parked = await ParkedAsync("endless");

            Assert.Contains("yield", parked.Failure!.Message, StringComparison.OrdinalIgnoreCase);
            Assert.Equal("fine", Output<string>(await EndAsync("other")));
        }
        finally
        {
            Volatile.Write(ref stop, 1);
        }
    }

    [Fact, Trait("Behaviour", "50")]
    public async Task Workflow_CompletedTasksAndAsyncMethodsOfItsOwn_AreFine()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            await Task.CompletedTask;
            var first = await Task.FromResult("a");
            var both = await Task.WhenAll(StepAsync(context, "b"), StepAsync(context, "c"));
            return first + string.Concat(both) + await ValueTask.FromResult("d");
        }));
        await StartAsync(Play, "one", None.Value);

        Assert.Equal("abcd", Output<string>(await EndAsync("one")));

        static async Task<string> StepAsync(IWorkflowContext context, string text) => await context.CallAsync(Echo, await context.CallAsync(Echo, text));
    }

    private static WorkflowRegistry Foreign() => Registry().Add(Child, async (context, what) =>
    {
        switch (what)
        {
            case "Task.Delay":
                await Task.Delay(20);
                break;
            case "Task.Run":
                await Task.Run(() => Thread.Sleep(20));
                break;
            case "own source":
                await new TaskCompletionSource().Task;
                break;
            case "ConfigureAwait(false)":
                await context.CallAsync(Echo, "").ConfigureAwait(false);
                break;
            case "Task.Yield":
                await Task.Yield();
                await Task.Delay(20);
                break;
        }

        return await context.CallAsync(Echo, "fine");
    });
}
