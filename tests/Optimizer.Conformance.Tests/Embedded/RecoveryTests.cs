using System.Collections.Concurrent;
using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Embedded;

public class RecoveryTests : EngineTests
{
    private readonly ConcurrentQueue<string> _begun = new();
    private volatile TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory, Trait("Behaviour", "79")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Open_AfterAStopOrAKill_GoesOnWithEverythingUnderWay(bool killed)
    {
        await OpenAsync(Everything());
        await StartAsync(Child, "activity", "call");
        await StartAsync(Child, "signal", "wait");
        await StartAsync(Child, "signalled", "wait");
        await StartAsync(Child, "timer", "sleep");
        await StartAsync(Child with { Name = "parent" }, "child", "sleep");
        await StartAsync(Child, "scheduled", "sleep", new() { At = Start + TimeSpan.FromMinutes(30) });
        await StartAsync(Child, "suspended", "wait");
        await UntilAsync(() => Task.FromResult(_begun.Contains("activity")), () => string.Join(' ', _begun));
        foreach (var id in new[] { "signal", "signalled", "timer", "child:child", "suspended" })
        {
            await UntilStatusAsync(id, "under way");
        }

        Assert.Equal(ControlAnswer.Done, await Engine.SuspendAsync("suspended", "wait"));
        await SignalAsync("suspended", Go, "kept");
        await SignalAsync("signalled", Number, 5);

        await (killed ? KillAsync() : CloseAsync());
        _gate.SetResult();
        await OpenAsync(Everything());

        Assert.Equal("called", Output<string>(await EndAsync("activity")));
        await SignalAsync("signal", Go, "after");
        await SignalAsync("signalled", Go, "after");
        Assert.Equal("after", Output<string>(await EndAsync("signal")));
        Assert.Equal("after 5", Output<string>(await EndAsync("signalled")));
        Assert.Equal(RunState.Pending, (await Engine.StatusAsync("scheduled"))!.State);
        Assert.Equal((RunState.Suspended, "wait"), ((await Engine.StatusAsync("suspended"))!.State, (await Engine.StatusAsync("suspended"))!.Reason));
        Assert.Equal(ControlAnswer.Done, await Engine.ResumeAsync("suspended"));
        Assert.Equal("kept", Output<string>(await EndAsync("suspended")));
        await RunAsync(TimeSpan.FromHours(2));
        Assert.Equal("slept", Output<string>(await EndAsync("timer")));
        Assert.Equal("parent slept", Output<string>(await EndAsync("child")));
        Assert.Equal("slept", Output<string>(await EndAsync("scheduled")));
    }

    [Fact, Trait("Behaviour", "79")]
    public async Task Open_InFlightChain_TakesFinishedStepsFromTheHistory()
    {
        var runs = new ConcurrentQueue<int>();
        await OpenAsync(Chain(), clock: TimeProvider.System);
        await StartAsync(Count, "one", 0);
        await UntilAsync(() => Task.FromResult(runs.Contains(3)), () => string.Join(' ', runs));

        await KillAsync();
        _gate.SetResult();
        await OpenAsync(Chain(), clock: TimeProvider.System);

        Assert.Equal(6, Output<int>(await EndAsync("one")));
        Assert.Equal([0, 1, 2, 3, 3, 4, 5], runs);

        WorkflowRegistry Chain() => new WorkflowRegistry()
            .Add(AddOne, async (context, number) =>
            {
                runs.Enqueue(number);
                if (number == 3)
                {
                    await _gate.Task.WaitAsync(context.CancellationToken);
                }

                return number + 1;
            })
            .Add(Count, async (context, number) =>
            {
                while (number < 6)
                {
                    number = await context.CallAsync(AddOne, number);
                }

                return number;
            });
    }

    [Fact, Trait("Behaviour", "80")]
    public async Task Open_ManyInFlight_RunsEachAgainOnceOnly()
    {
        await OpenAsync(Everything(), clock: TimeProvider.System);
        var ids = Enumerable.Range(0, 20).Select(number => $"many-{number}").ToList();
        foreach (var id in ids)
        {
            await StartAsync(Child, id, "call");
        }

        await UntilAsync(() => Task.FromResult(_begun.Count == 20), () => $"{_begun.Count}");
        await KillAsync();
        await OpenAsync(Everything(), clock: TimeProvider.System);
        await UntilAsync(() => Task.FromResult(_begun.Count == 40), () => $"{_begun.Count}");
        foreach (var id in ids)
        {
            Assert.Equal(StartAnswer.AlreadyRunning, await Engine.StartAsync(Child, id, "call"));
            Assert.Equal(ControlAnswer.Done, await Engine.ResumeAsync(id));
        }

        _gate.SetResult();

        foreach (var id in ids)
        {
            Assert.Equal("called", Output<string>(await EndAsync(id)));
        }

        Assert.Equal(ids.Concat(ids).Order(StringComparer.Ordinal), _begun.Order(StringComparer.Ordinal));
    }

    [Fact, Trait("Behaviour", "81")]
    public async Task Open_InstanceUnderWayAtEveryDeath_IsParkedAndDoesNotBlockTheRest()
    {
        var options = new EngineOptions { MaxAttempts = 3 };
        await OpenAsync(Everything(), options);
        await StartAsync(Child, "killer", "call");
        await StartAsync(Child, "sleeper", "sleep");
        await UntilStatusAsync("sleeper", "under way");
        for (var death = 1; death <= 1 + options.MaxAttempts; death++)
        {
            await UntilAsync(() => Task.FromResult(_begun.Count >= death), () => $"{_begun.Count} runs before death {death}");
            await KillAsync();
            await OpenAsync(Everything(), options);
        }

        var parked = await ParkedAsync("killer");
        await StartAsync(Child, "other", "wait");
        await SignalAsync("other", Go, "fine");

        Assert.NotNull(parked.Failure);
        Assert.Equal("fine", Output<string>(await EndAsync("other")));
        await RunAsync(TimeSpan.FromHours(2));
        Assert.Equal("slept", Output<string>(await EndAsync("sleeper")));
        Assert.Equal(1 + options.MaxAttempts, _begun.Count(id => id == "killer"));
        Assert.Equal(1, Engine.Health().Parked);

        _gate.SetResult();
        Assert.Equal(ControlAnswer.Done, await Engine.ResumeAsync("killer"));
        Assert.Equal("called", Output<string>(await EndAsync("killer")));
    }

    [Fact, Trait("Behaviour", "81")]
    public async Task Open_InstanceUnderWayAtCleanStops_IsNeverParked()
    {
        var options = new EngineOptions { MaxAttempts = 2 };
        await OpenAsync(Everything(), options, TimeProvider.System);
        await StartAsync(Child, "one", "call");
        for (var stop = 1; stop <= 4; stop++)
        {
            await UntilAsync(() => Task.FromResult(_begun.Count >= stop), () => $"{_begun.Count} runs before stop {stop}");
            await OpenAsync(Everything(), options, TimeProvider.System);
        }

        _gate.SetResult();

        Assert.Equal("called", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "85")]
    public async Task Open_SameFileAgain_ChangesNothing()
    {
        await OpenAsync(Everything());
        await StartAsync(Child, "one", "wait");
        for (var i = 0; i < 3; i++)
        {
            await OpenAsync(Everything());
        }

        await SignalAsync("one", Go, "still there");

        Assert.Equal("still there", Output<string>(await EndAsync("one")));
        Assert.Single((await Engine.ListAsync(new())).Instances);
    }

    private WorkflowRegistry Everything() => new WorkflowRegistry()
        .Add(Echo, async (context, text) =>
        {
            _begun.Enqueue(context.InstanceId);
            await _gate.Task.WaitAsync(context.CancellationToken);
            return text;
        })
        .Add(Child with { Name = "parent" }, async (context, text) => $"parent {await context.RunAsync(Child, $"{context.InstanceId}:child", text)}")
        .Add(Child, async (context, what) =>
        {
            context.SetStatus("under way");
            switch (what)
            {
                case "call":
                    return await context.CallAsync(Echo, "called");
                case "sleep":
                    await context.SleepAsync(context.UtcNow + TimeSpan.FromHours(1));
                    return "slept";
                default:
                    var signal = (await context.WaitAsync(Go))!.Payload;
                    return await context.WaitAsync(Number, context.UtcNow) is { } number ? $"{signal} {number.Payload}" : signal;
            }
        });
}
