using Optimizer.Crash.Worker.Kills;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Crash.Tests.Whole.WholeWorkflow;

namespace Optimizer.Crash.Tests.Whole;

/// <summary>What the client does with the workflow that uses everything: scheduled start, signals, suspend, resume, terminate, purge.</summary>
internal sealed class WholeScript(World world)
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>In order.</summary>
    public IReadOnlyList<Step> Steps =>
    [
        new("scheduled start", StartAsync),
        Signal(Number, 1, "number 1"),
        Until(5),
        Check("is pending", async engine =>
        {
            Assert.Equal(RunState.Pending, (await StatusAsync(engine)).State);
            Assert.Empty(world.Runs);
        }),
        Control("suspend before its time", engine => engine.SuspendAsync(Id, "not yet")),
        Until(15),
        Check("does nothing while suspended", async engine =>
        {
            Assert.Equal((RunState.Suspended, "not yet"), ((await StatusAsync(engine)).State, (await StatusAsync(engine)).Reason));
            Assert.Empty(world.Runs);
        }),
        Control("resume", engine => engine.ResumeAsync(Id)),
        Until(30),
        Check("shows its status", async engine => Assert.Equal("steps", (await StatusAsync(engine)).Status?.Read<string>())),
        Control("suspend in its sleep", engine => engine.SuspendAsync(Id, "sleep on")),
        Signal(Number, 2, "number 2"),
        Until(120),
        Check("sleeps on", _ =>
        {
            Assert.DoesNotContain(world.Runs, run => run.Content == "once");
            return Task.CompletedTask;
        }),
        Control("wake", engine => engine.ResumeAsync(Id)),
        Until(130),
        Until(180),
        Signal(Word, "go", "word"),
        Until(200),
        Signal(Number, 3, "number 3"),
        Signal(Number, 4, "number 4"),
        Control("terminate a child", engine => engine.TerminateAsync(DoomedId, "no longer wanted")),
        Until(240),
        new("its end", EndAsync),
        Control("purge", engine => engine.PurgeAsync(Id), again: ControlAnswer.NotFound),
        Check("all is gone", async engine => Assert.Empty((await engine.ListAsync(new InstanceQuery())).Instances)),
    ];

    private static async Task StartAsync(EmbeddedEngine engine, bool again)
    {
        var answer = await engine.StartAsync(Everything, Id, new WholeState(0, [], []), new StartOptions { At = Start.AddMinutes(10) });
        Assert.True(answer == StartAnswer.Started || (again && answer == StartAnswer.AlreadyRunning), $"the start was answered {answer}");
    }

    private static Step Signal<T>(Signal<T> signal, T payload, string key) => new(key, async (engine, again) =>
    {
        var answer = await engine.SignalAsync(Id, signal, payload, key);
        Assert.True(answer == SignalAnswer.Accepted || (again && answer == SignalAnswer.Duplicate), $"the signal was answered {answer}");
    });

    private static Step Control(string name, Func<EmbeddedEngine, Task<ControlAnswer>> control, ControlAnswer again = ControlAnswer.AlreadyFinished) =>
        new(name, async (engine, isAgain) =>
        {
            var answer = await control(engine);
            Assert.True(answer == ControlAnswer.Done || (isAgain && answer == again), $"it was answered {answer}");
        });

    private static Step Until(int minutes) => new($"until minute {minutes}", async (engine, _) =>
    {
        await engine.RunUntilAsync(Start.AddMinutes(minutes));
        foreach (var instance in (await engine.ListAsync(new InstanceQuery())).Instances)
        {
            Assert.NotEqual(RunState.Parked, instance.State);
            Assert.Empty(HistoryCheck.Doubles((await engine.HistoryAsync(instance.InstanceId))!));
        }
    });

    private static Step Check(string name, Func<EmbeddedEngine, Task> check) => new(name, (engine, _) => check(engine));

    private static async Task<InstanceStatus> StatusAsync(EmbeddedEngine engine) => (await engine.StatusAsync(Id))!;

    private async Task EndAsync(EmbeddedEngine engine, bool again)
    {
        var status = await StatusAsync(engine);
        Assert.True(status.State == RunState.Completed, $"it is {status.State}: {status.Failure?.Message}");
        Assert.Equal(2, status.Generation);
        Assert.Equal("second generation", status.Status?.Read<string>());
        var end = status.Output!.Value.Read<WholeState>();
        Assert.Equal([1, 2, 3, 4], end.Heard);
        Assert.Equal(Notes, end.Notes.Select(note => note == Unknown ? "once" : note));
        Assert.Equal(status, await engine.CompletionAsync(Id), SameEnd);
        Assert.Equal(RunState.Completed, (await engine.StatusAsync(ChildId))!.State);
        Assert.Equal(RunState.Failed, (await engine.StatusAsync(BrokenId))!.State);
        Assert.Equal((RunState.Terminated, "no longer wanted"), ((await engine.StatusAsync(DoomedId))!.State, (await engine.StatusAsync(DoomedId))!.Reason));
        CheckWorld(wasInterrupted: end.Notes.Contains(Unknown));
    }

    private static bool SameEnd(InstanceStatus? one, InstanceStatus? other) => one?.State == other?.State && one?.Output == other?.Output;

    // At least once is promised of the runs, exactly once of what they come to under their keys.
    private void CheckWorld(bool wasInterrupted)
    {
        Assert.Empty(world.Mixed);
        var effects = world.Effects.Concat(wasInterrupted ? ["once"] : []).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Effects, effects);
        Assert.InRange(world.Runs.Count(run => run.Content == "once"), wasInterrupted ? 0 : 1, 1);
        Assert.Equal([1, 2, 3], world.Runs.Where(run => run.Content == "third time").Select(run => run.Attempt).Distinct().Order());
        Assert.Single(world.Runs.Where(run => run.Content == "third time").Select(run => run.Key).Distinct());
    }
}
