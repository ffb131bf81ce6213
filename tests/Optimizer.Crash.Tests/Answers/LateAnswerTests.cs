using System.Collections.Concurrent;
using Optimizer.Embedded;
using Optimizer.Embedded.Inspection;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Crash.Tests.Answers;

/// <summary>An activity that hangs and then answers a call that nobody makes any more.</summary>
public class LateAnswerTests
{
    private static readonly Workflow<string, string> Asking = new("asking");
    private static readonly Workflow<string, string> Renewing = new("renewing");
    private static readonly Activity<string, string> Slow = new("slow");
    private static readonly Signal<string> Go = new("go");

    private readonly ConcurrentDictionary<string, Call> _calls = new();

    [Fact]
    [Trait("Behaviour", "77")]
    public async Task Answer_ToAnInstanceThatWasReplaced_IsRefused()
    {
        await using var engine = await OpenAsync();
        await engine.StartAsync(Asking, "one", "first");
        await Of("first").Begun.Task;
        await engine.StartAsync(Asking, "one", "second", new StartOptions { Reuse = Reuse.Always });
        await Of("second").Begun.Task;

        await AnswerLateAsync(engine, "first");
        Of("second").Answer.SetResult();

        Assert.Equal("second", (await engine.CompletionAsync("one"))!.Output!.Value.Read<string>());
    }

    [Fact]
    [Trait("Behaviour", "77")]
    public async Task Answer_ToAGenerationThatHasEnded_IsRefused()
    {
        await using var engine = await OpenAsync();
        await engine.StartAsync(Renewing, "one", "first");
        await Of("first").Begun.Task;
        await engine.SignalAsync("one", Go, "second");
        await Of("second").Begun.Task;

        await AnswerLateAsync(engine, "first");
        Of("second").Answer.SetResult();

        Assert.Equal("second", (await engine.CompletionAsync("one"))!.Output!.Value.Read<string>());
    }

    [Fact]
    [Trait("Behaviour", "77")]
    public async Task Answer_ToAnInstanceThatWasTerminated_ChangesNothing()
    {
        await using var engine = await OpenAsync();
        await engine.StartAsync(Asking, "one", "first");
        await Of("first").Begun.Task;
        await engine.TerminateAsync("one", "enough");

        Of("first").Answer.SetResult();
        await UntilIdleAsync(engine, running: 0);

        var history = (await engine.HistoryAsync("one"))!;
        Assert.Equal((RunState.Terminated, "enough"), (history.Status.State, history.Status.Reason));
        Assert.DoesNotContain(history.Entries, entry => entry.Kind == HistoryKind.ActivityCompleted);
    }

    // The one that is late is done with before the one that is waited for has answered.
    private async Task AnswerLateAsync(EmbeddedEngine engine, string which)
    {
        Of(which).Answer.SetResult();
        await UntilIdleAsync(engine, running: 1);
        var history = (await engine.HistoryAsync("one"))!;
        Assert.Equal(RunState.Running, history.Status.State);
        Assert.DoesNotContain(history.Entries, entry => entry.Kind == HistoryKind.ActivityCompleted);
    }

    private static async Task UntilIdleAsync(EmbeddedEngine engine, int running)
    {
        while (engine.Health().ActivitiesRunning > running || engine.Health().ChangesQueued > 0)
        {
            await Task.Yield();
        }
    }

    private Call Of(string input) => _calls.GetOrAdd(input, _ => new Call());

    private Task<EmbeddedEngine> OpenAsync() => EmbeddedEngine.OpenAsync(
        new EngineOptions(),
        new WorkflowRegistry()
            .Add(Asking, (context, input) => context.CallAsync(Slow, input))
            .Add(Renewing, async (context, input) =>
            {
                var call = context.CallAsync(Slow, input);
                if (input == "first" && await context.WaitAsync(Go) is { } next)
                {
                    context.ContinueAsNew(next.Payload);
                    return "";
                }

                return await call;
            })
            .Add(Slow, async (_, input) =>
            {
                Of(input).Begun.TrySetResult();
                await Of(input).Answer.Task;
                return input;
            }),
        TimeProvider.System);

    private sealed class Call
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
