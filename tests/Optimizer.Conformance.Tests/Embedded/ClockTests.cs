using Optimizer.Embedded.Inspection;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Embedded;

public class ClockTests : EngineTests
{
    private static readonly Workflow<TimeSpan, DateTimeOffset> Sleeper = new("sleeper");

    [Fact, Trait("Behaviour", "22"), Trait("Behaviour", "23")]
    public async Task Sleep_OfSixtyDays_WakesExactlyThen()
    {
        await OpenAsync(Sleepers());
        await StartAsync(Sleeper, "one", TimeSpan.FromDays(60));

        await RunAsync(TimeSpan.FromDays(60) - TimeSpan.FromTicks(1));
        Assert.Equal(RunState.Running, (await Engine.StatusAsync("one"))!.State);
        await RunAsync(TimeSpan.FromDays(60));

        Assert.Equal(Start + TimeSpan.FromDays(60), Output<DateTimeOffset>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "24")]
    public async Task Wait_SignalFirst_LeavesNoTimerBehind()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            await context.WaitAsync(Go, context.UtcNow + TimeSpan.FromHours(1));
            context.SetStatus("after");
            return (await context.WaitAsync(Go))!.Payload;
        }));
        await StartAsync(Play, "one", None.Value);
        await UntilAsync(() => Task.FromResult(Engine.Health().Timers == 1), () => $"{Engine.Health()}");

        await SignalAsync("one", Go, "");
        await UntilStatusAsync("one", "after");

        Assert.Equal((0, null), (Engine.Health().Timers, Engine.Health().NextDue));
        await SignalAsync("one", Go, "done");
        Assert.Equal("done", Output<string>(await EndAsync("one")));
    }

    [Theory, Trait("Behaviour", "24")]
    [InlineData("complete")]
    [InlineData("terminate")]
    public async Task End_WithASleepUnderWay_LeavesNoTimerBehind(string end)
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            var sleep = context.SleepAsync(context.UtcNow + TimeSpan.FromHours(1));
            await Task.WhenAny(sleep, context.WaitAsync(Go));
            return "done";
        }));
        await StartAsync(Play, "one", None.Value);
        await UntilAsync(() => Task.FromResult(Engine.Health().Timers == 1), () => $"{Engine.Health()}");

        if (end == "complete")
        {
            await SignalAsync("one", Go, "");
        }
        else
        {
            await Engine.TerminateAsync("one", "enough");
        }

        await EndAsync("one");
        Assert.Equal(0, Engine.Health().Timers);
        await OpenAsync(Registry());
        Assert.Equal((0, null), (Engine.Health().Timers, Engine.Health().NextDue));
    }

    [Fact, Trait("Behaviour", "25")]
    public async Task Wait_SignalAgainstTheDueTime_EndsOnceAndLosesNoSignal()
    {
        await OpenAsync(
            Registry().Add(Play, async (context, _) =>
            {
                var first = await context.WaitAsync(Go, context.UtcNow + TimeSpan.FromMilliseconds(1));
                var second = first ?? await context.WaitAsync(Go);
                return second!.Payload;
            }),
            clock: TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            await StartAsync(Play, $"one-{number}", None.Value);
            await SignalAsync($"one-{number}", Go, $"{number}");
        }));

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal($"{i}", Output<string>(await EndAsync($"one-{i}")));
        }

        Assert.Equal(0, Engine.Health().Timers);
    }

    [Theory, Trait("Behaviour", "25")]
    [InlineData(true, "signal")]
    [InlineData(false, "time")]
    public async Task Wait_SignalAtTheDueTime_FirstComeFirstServed(bool signalFirst, string winner)
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            context.SetStatus("waiting");
            return await context.WaitAsync(Go, Start + TimeSpan.FromHours(1)) is null ? "time" : "signal";
        }));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");

        if (signalFirst)
        {
            await SignalAsync("one", Go, "");
            await RunAsync(TimeSpan.FromHours(1));
        }
        else
        {
            await RunAsync(TimeSpan.FromHours(1));
            await Engine.SignalAsync("one", Go, "");
        }

        Assert.Equal(winner, Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "27")]
    public async Task Open_InMidSleep_KeepsTheDueTime()
    {
        await OpenAsync(Sleepers());
        await StartAsync(Sleeper, "one", TimeSpan.FromHours(1));
        await RunAsync(TimeSpan.FromMinutes(50));

        await KillAsync();
        await OpenAsync(Sleepers());

        Assert.Equal(Start + TimeSpan.FromHours(1), Engine.Health().NextDue);
        await RunAsync(TimeSpan.FromMinutes(59));
        Assert.Equal(RunState.Running, (await Engine.StatusAsync("one"))!.State);
        await RunAsync(TimeSpan.FromMinutes(60));
        Assert.Equal(Start + TimeSpan.FromHours(1), Output<DateTimeOffset>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "27")]
    public async Task Open_AfterTheDueTime_WakesAtOnce()
    {
        await OpenAsync(Sleepers());
        await StartAsync(Sleeper, "one", TimeSpan.FromHours(1));
        await UntilAsync(() => Task.FromResult(Engine.Health().Timers == 1), () => $"{Engine.Health()}");
        await CloseAsync();

        Clock.Set(Start + TimeSpan.FromHours(5));
        await OpenAsync(Sleepers());
        await RunAsync(TimeSpan.FromHours(5));

        Assert.Equal(Start + TimeSpan.FromHours(5), Output<DateTimeOffset>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "28")]
    public async Task Clock_SetBack_FiresNotEarlyLosesNothingAndNeverRunsBackwardsInside()
    {
        await OpenAsync(Sleepers().Add(Play, async (context, _) =>
        {
            var times = new List<DateTimeOffset> { context.UtcNow };
            for (var i = 0; i < 3; i++)
            {
                context.SetStatus($"wait {i}");
                await context.WaitAsync(Go);
                times.Add(context.UtcNow);
            }

            return times.SequenceEqual(times.Order()) ? "ordered" : string.Join(' ', times);
        }));
        Clock.Set(Start + TimeSpan.FromHours(10));
        await StartAsync(Sleeper, "sleeper", TimeSpan.FromHours(1));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "wait 0");
        await SignalAsync("one", Go, "");
        await UntilStatusAsync("one", "wait 1");
        await UntilAsync(() => Task.FromResult(Engine.Health().Timers == 1), () => $"{Engine.Health()}");

        Clock.Set(Start);
        await SignalAsync("one", Go, "");
        await UntilStatusAsync("one", "wait 2");
        await RunAsync(TimeSpan.FromHours(10.9));
        Assert.Equal(RunState.Running, (await Engine.StatusAsync("sleeper"))!.State);
        await SignalAsync("one", Go, "");

        Assert.Equal("ordered", Output<string>(await EndAsync("one")));
        await RunAsync(TimeSpan.FromHours(11));
        Assert.Equal(Start + TimeSpan.FromHours(11), Output<DateTimeOffset>(await EndAsync("sleeper")));
    }

    [Fact, Trait("Behaviour", "28")]
    public async Task Clock_SetForward_WakesAllThatIsDueInOrder()
    {
        await OpenAsync(Sleepers());
        await StartAsync(Sleeper, "late", TimeSpan.FromHours(2));
        await StartAsync(Sleeper, "early", TimeSpan.FromHours(1));
        await StartAsync(Sleeper, "far", TimeSpan.FromDays(30));
        await UntilAsync(() => Task.FromResult(Engine.Health().Timers == 3), () => $"{Engine.Health()}");

        Clock.Set(Start + TimeSpan.FromDays(1));
        await RunAsync(TimeSpan.FromDays(1));

        Assert.True(Output<DateTimeOffset>(await EndAsync("early")) >= Start + TimeSpan.FromHours(1));
        Assert.True(Output<DateTimeOffset>(await EndAsync("late")) >= Start + TimeSpan.FromHours(2));
        Assert.Equal(RunState.Running, (await Engine.StatusAsync("far"))!.State);
        Assert.Equal(Start + TimeSpan.FromDays(30), Engine.Health().NextDue);
    }

    [Fact, Trait("Behaviour", "51")]
    public async Task Call_RetriedAcrossACrash_KeepsItsPlaceInTheSchedule()
    {
        var attempts = new List<(int, DateTimeOffset)>();
        await OpenAsync(Failing());
        await StartAsync(Count, "one", 1);
        await RunAsync(TimeSpan.FromMinutes(30));

        await KillAsync();
        await OpenAsync(Failing());
        await RunAsync(TimeSpan.FromDays(1));

        Assert.Equal(RunState.Failed, (await EndAsync("one")).State);
        Assert.Equal([(1, Start), (2, Start + TimeSpan.FromMinutes(10)), (3, Start + TimeSpan.FromMinutes(30)), (4, Start + TimeSpan.FromMinutes(70))], attempts);
        Assert.Equal(3, (await Engine.HistoryAsync("one"))!.Entries.Count(entry => entry.Kind == HistoryKind.TimerFired));

        WorkflowRegistry Failing() => new WorkflowRegistry()
            .Add(AddOne, (context, number) =>
            {
                attempts.Add((context.Attempt, Clock.GetUtcNow()));
                return context.Attempt > 0 ? throw new TimeoutException("not now") : Task.FromResult(number);
            })
            .Add(Count, (context, number) => context.CallAsync(AddOne, number, new(4, TimeSpan.FromMinutes(10))));
    }

    private static WorkflowRegistry Sleepers() => Registry().Add(Sleeper, async (context, time) =>
    {
        await context.SleepAsync(context.UtcNow + time);
        return context.UtcNow;
    });
}
