using System.Collections.Concurrent;
using Optimizer.Workflows;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Sleeps and due times.</summary>
public abstract class TimersConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    private static readonly Workflow<DateTimeOffset, DateTimeOffset> Sleeper = new("sleeper");

    private readonly ConcurrentQueue<DateTimeOffset> _woken = new();

    [Fact, Trait("Behaviour", "22")]
    public async Task Sleep_UntilATime_WakesNotBefore()
    {
        await OpenAsync(Sleepers());
        var due = Host.UtcNow + Short;
        await StartAsync(Sleeper, "one", due);

        var told = Output<DateTimeOffset>(await EndAsync("one", Short));

        Assert.True(told >= due, $"the workflow was told {told}, before {due}");
        Assert.True(Assert.Single(_woken) >= due, $"woken at {_woken.First()}, before {due}");
    }

    [Fact, Trait("Behaviour", "22")]
    public async Task Sleep_UntilATimeThatHasPassed_EndsAtOnce()
    {
        await OpenAsync(Sleepers());
        await StartAsync(Sleeper, "one", Host.UtcNow - TimeSpan.FromDays(400));

        Output<DateTimeOffset>(await EndAsync("one"));

        Assert.Single(_woken);
    }

    [Fact, Trait("Behaviour", "22")]
    public async Task Sleep_Several_WakeInTheOrderOfTheirTimes()
    {
        await OpenAsync(new WorkflowRegistry().Add(Play, async (context, _) =>
        {
            var woken = new List<int>();
            await Task.WhenAll(new[] { 3, 1, 2 }.Select(async rank =>
            {
                await context.SleepAsync(context.UtcNow + rank * Short / 3);
                woken.Add(rank);
            }));
            return string.Join(' ', woken);
        }));
        await StartAsync(Play, "one", None.Value);

        Assert.Equal("1 2 3", Output<string>(await EndAsync("one", Short)));
    }

    [Fact, Trait("Behaviour", "23")]
    public async Task Sleep_LongerThanAnyTimerOfThePlatform_NeitherEndsNorHinders()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            var sleep = context.SleepAsync(context.UtcNow + TimeSpan.FromDays(60));
            var signal = context.WaitAsync(Go, context.UtcNow + TimeSpan.FromDays(5000));
            context.SetStatus("waiting");
            return await Task.WhenAny(sleep, signal) == sleep ? "slept" : (await signal)!.Payload;
        }));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");
        await Host.PassTimeAsync(Short);

        await SignalAsync("one", Go, "woken");

        Assert.Equal("woken", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "24")]
    public async Task Completion_WithASleepThatLost_DoesNotWaitForIt()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            var sleep = context.SleepAsync(context.UtcNow + TimeSpan.FromHours(1));
            var call = context.CallAsync(Echo, "called");
            return await Task.WhenAny(sleep, call) == call ? await call : "slept";
        }));
        await StartAsync(Play, "one", None.Value);

        Assert.Equal("called", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "26")]
    public async Task Sleep_OneTimeForManyInstancesAndChildren_WakesAll()
    {
        await OpenAsync(Sleepers().Add(Sleeper with { Name = "parent" }, async (context, due) =>
        {
            await Task.WhenAll(context.RunAsync(Sleeper, $"{context.InstanceId}:child", due), context.SleepAsync(due), context.SleepAsync(due));
            return context.UtcNow;
        }));
        var due = Host.UtcNow + 2 * Short;
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => StartAsync(Sleeper with { Name = "parent" }, $"many-{number}", due)));

        if (Host.HasVirtualTime)
        {
            await Host.PassTimeAsync(2 * Short);
        }

        var told = await Task.WhenAll(Enumerable.Range(0, 40).Select(async number => Output<DateTimeOffset>(await EndAsync($"many-{number}"))));
        Assert.All(told, at => Assert.True(at >= due));
        Assert.Equal(40, _woken.Count);
    }

    [Fact, Trait("Behaviour", "26")]
    public async Task Sleep_ManyInOneInstance_AllWake()
    {
        await OpenAsync(new WorkflowRegistry().Add(Count, async (context, many) =>
        {
            var due = context.UtcNow + Short;
            await Task.WhenAll(Enumerable.Range(0, many).Select(_ => context.SleepAsync(due)));
            return many;
        }));
        await StartAsync(Count, "one", 100);

        Assert.Equal(100, Output<int>(await EndAsync("one", Short)));
    }

    private WorkflowRegistry Sleepers()
    {
        var wake = new Activity<None, None>("wake");
        return new WorkflowRegistry()
            .Add(wake, (_, _) =>
            {
                _woken.Enqueue(Host.UtcNow);
                return Task.FromResult(None.Value);
            })
            .Add(Sleeper, async (context, due) =>
            {
                await context.SleepAsync(due);
                await context.CallAsync(wake, None.Value);
                return context.UtcNow;
            });
    }
}
