using System.Collections.Concurrent;
using Optimizer.Crash.Tests.Dying;
using Optimizer.Crash.Worker.Kills;
using Optimizer.Embedded;
using Optimizer.Workflows;

namespace Optimizer.Crash.Tests.Answers;

/// <summary>An activity answers, and its instance is suspended before the turn that would have taken the answer.</summary>
public sealed class SuspendedAnswerTests : IDisposable
{
    // Only to tell a hang: it is never waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Workflow<None, string> Two = new("two");
    private static readonly Workflow<None, None> Holding = new("holding");
    private static readonly Activity<string, string> Work = new("work");

    private readonly ConcurrentQueue<string> _runs = new();
    private readonly TaskCompletionSource _answerA = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _holds = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _letGo = new();

    [Fact]
    [Trait("Behaviour", "62")]
    [Trait("Behaviour", "78")]
    public async Task Answer_ThatASuspensionOvertakes_IsTakenOnceAndTheOtherCallStaysOpen()
    {
        using var files = new LifeFiles();
        var engine = await OpenAsync(files, answersB: false);
        await engine.StartAsync(Two, "two", None.Value);
        await UntilAsync(() => _runs.Count == 2);

        // The only place for a turn is taken, so the answer waits in memory when the suspension comes.
        await engine.StartAsync(Holding, "holding", None.Value);
        await _holds.Task.WaitAsync(Patience);
        _answerA.SetResult();
        await UntilAsync(() => engine.Health() is { ActivitiesRunning: 1, TurnsQueued: 1 });
        await engine.SuspendAsync("two", "wait");
        _letGo.Set();
        await engine.CompletionAsync("holding").WaitAsync(Patience);
        await UntilAsync(() => engine.Health().TurnsQueued == 0);
        await engine.ResumeAsync("two");
        string? status = null;
        while (status != "a is done")
        {
            status = (await engine.StatusAsync("two"))!.Status?.Read<string>();
        }

        Assert.Empty(HistoryCheck.Doubles((await engine.HistoryAsync("two"))!));
        Assert.Equal(["a", "b"], _runs.Order());
        await engine.AbandonAsync();

        await using var next = await OpenAsync(files, answersB: true);
        Assert.Equal("a b", (await next.CompletionAsync("two").WaitAsync(Patience))!.Output!.Value.Read<string>());
        Assert.Equal(["a", "b", "b"], _runs.Order());
    }

    public void Dispose() => _letGo.Dispose();

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (!isSo())
        {
            Assert.True(Environment.TickCount64 < deadline, "it does not come to that");
            await Task.Yield();
        }
    }

    private Task<EmbeddedEngine> OpenAsync(LifeFiles files, bool answersB) => EmbeddedEngine.OpenAsync(
        new EngineOptions { File = files.File, MaxTurns = 1, MaxTurnTime = TimeSpan.FromMinutes(1) },
        new WorkflowRegistry()
            .Add(Two, async (context, _) =>
            {
                var (a, b) = (context.CallAsync(Work, "a"), context.CallAsync(Work, "b"));
                var first = await a;
                context.SetStatus("a is done");
                return $"{first} {await b}";
            })
            .Add(Holding, (_, _) =>
            {
                _holds.TrySetResult();
                _letGo.Wait();
                return Task.FromResult(None.Value);
            })
            .Add(Work, async (call, input) =>
            {
                _runs.Enqueue(input);
                await (input == "a" ? _answerA.Task : answersB ? Task.CompletedTask : Task.Delay(Timeout.Infinite, call.CancellationToken));
                return input;
            }),
        TimeProvider.System);
}
