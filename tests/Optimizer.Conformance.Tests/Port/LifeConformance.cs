using System.Collections.Concurrent;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>How an instance begins, takes steps, shows itself and ends.</summary>
public abstract class LifeConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    [Fact, Trait("Behaviour", "1")]
    public async Task Start_WorkflowWithoutSteps_CompletesWithItsValue()
    {
        var ended = await RunAsync(new WorkflowRegistry().Add(Count, (_, number) => Task.FromResult(2 * number)), Count, 21);

        Assert.Equal(42, Output<int>(ended));
        Assert.Equal(("one", "count", 1, 1), (ended.InstanceId, ended.Workflow, ended.Version, ended.Generation));
        Assert.Equal(21, ended.Input.Read<int>());
        Assert.Null(ended.Failure);
    }

    [Fact, Trait("Behaviour", "2")]
    public async Task Call_Chain_GivesEachStepTheFormerOutput()
    {
        var ended = await RunAsync(
            Registry().Add(Count, async (context, number) =>
            {
                for (var i = 0; i < 5; i++)
                {
                    number = await context.CallAsync(AddOne, number);
                }

                return number;
            }),
            Count,
            1);

        Assert.Equal(6, Output<int>(ended));
    }

    [Fact, Trait("Behaviour", "3")]
    public async Task Call_FanOutThatEndsBackwards_KeepsTheOrderOfTheCalls()
    {
        var gates = Enumerable.Range(0, 4).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();
        var gated = new Activity<int, int>("gated");
        await OpenAsync(new WorkflowRegistry()
            .Add(gated, async (context, number) =>
            {
                await gates[number].Task.WaitAsync(context.CancellationToken);
                gates[Math.Max(number - 1, 0)].TrySetResult();
                return number;
            })
            .Add(Play, async (context, _) => string.Join(' ', await Task.WhenAll(Enumerable.Range(0, 4).Select(number => context.CallAsync(gated, number))))));
        await StartAsync(Play, "one", None.Value);

        gates[3].SetResult();

        Assert.Equal("0 1 2 3", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "3")]
    public async Task Call_FanOutOfAThousand_GivesAllInOrder()
    {
        var wide = new Workflow<int, int[]>("wide");

        var ended = await RunAsync(
            Registry().Add(wide, (context, width) => Task.WhenAll(Enumerable.Range(0, width).Select(number => context.CallAsync(AddOne, number)))), wide, 1000);

        Assert.Equal(Enumerable.Range(1, 1000), Output<int[]>(ended));
    }

    [Fact, Trait("Behaviour", "4")]
    public async Task Run_FanOutOfFanOuts_Completes()
    {
        var ended = await RunAsync(
            Registry()
                .Add(Count, async (context, width) => (await Task.WhenAll(Enumerable.Range(0, width).Select(number => context.CallAsync(AddOne, number)))).Sum())
                .Add(Play, async (context, _) => string.Join(
                    ' ', await Task.WhenAll(Enumerable.Range(1, 8).Select(width => context.RunAsync(Count, $"{context.InstanceId}:{width}", width))))),
            Play,
            None.Value);

        Assert.Equal("1 3 6 10 15 21 28 36", Output<string>(ended));
    }

    [Fact, Trait("Behaviour", "6")]
    public async Task UtcNow_OnEveryReplay_IsTheRecordedTime()
    {
        var seen = new ConcurrentBag<(int Place, DateTimeOffset At)>();
        await OpenAsync(Registry().Add(Count, async (context, rounds) =>
        {
            for (var i = 0; i < rounds; i++)
            {
                seen.Add((i, context.UtcNow));
                await context.CallAsync(AddOne, i);
                context.SetStatus($"round {i}");
                await context.WaitAsync(Number);
            }

            return rounds;
        }));
        await StartAsync(Count, "one", 5);
        for (var i = 0; i < 5; i++)
        {
            await UntilStatusAsync("one", $"round {i}");
            await SignalAsync("one", Number, i);
        }

        Output<int>(await EndAsync("one"));

        var times = seen.Distinct().OrderBy(place => place.Place).ToList();
        Assert.Equal([0, 1, 2, 3, 4], times.Select(place => place.Place));
        Assert.Equal(times.Select(place => place.At).Order(), times.Select(place => place.At));
        Assert.All(times, place => Assert.Equal(TimeSpan.Zero, place.At.Offset));
    }

    [Fact, Trait("Behaviour", "8")]
    public async Task SetStatus_WhileRunning_IsShownSurvivesTurnsAndCanBeCleared()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) =>
        {
            context.SetStatus("first");
            await context.WaitAsync(Go);
            await context.CallAsync(AddOne, 1);
            context.SetStatus(new { Waiting = true });
            await context.WaitAsync(Go);
            context.SetStatus<string?>(null);
            await context.WaitAsync(Go);
            return "done";
        }));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "first");
        await SignalAsync("one", Go, "");
        await UntilAsync("one", status => status.Status?.ToString() == """{"waiting":true}""");
        await SignalAsync("one", Go, "");
        await UntilAsync("one", status => status.Status is null || status.Status.Value.ToString() == "null");
        await SignalAsync("one", Go, "");

        Assert.Equal("done", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "9")]
    public async Task Start_AtALaterTime_WaitsPendingAndKeepsSignals()
    {
        var ran = new ConcurrentQueue<DateTimeOffset>();
        await OpenAsync(new WorkflowRegistry()
            .Add(Echo, (_, text) =>
            {
                ran.Enqueue(Host.UtcNow);
                return Task.FromResult(text);
            })
            .Add(Play, async (context, _) => await context.CallAsync(Echo, (await context.WaitAsync(Go))!.Payload)));
        var at = Host.UtcNow + Short;
        await StartAsync(Play, "later", None.Value, new() { At = at });
        await StartAsync(Play, "never", None.Value, new() { At = at + TimeSpan.FromHours(1) });

        await SignalAsync("later", Go, "early bird");
        Assert.Equal(RunState.Pending, (await Client.StatusAsync("never"))!.State);
        Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync("never", "not wanted"));

        Assert.Equal("early bird", Output<string>(await EndAsync("later", Short)));
        Assert.True(Assert.Single(ran) >= at);
        Assert.Equal(RunState.Terminated, (await EndAsync("never")).State);
    }

    [Fact, Trait("Behaviour", "10")]
    public async Task Start_AtATimeOfAnotherOffset_IsTheSameInstant()
    {
        var zoned = new Workflow<DateTimeOffset, DateTimeOffset>("zoned");
        await OpenAsync(new WorkflowRegistry().Add(zoned, async (context, until) =>
        {
            await context.SleepAsync(until);
            return context.UtcNow;
        }));
        var at = (Host.UtcNow + Short).ToOffset(TimeSpan.FromHours(9));

        await StartAsync(zoned, "one", (at + Short).ToOffset(TimeSpan.FromHours(-7)), new() { At = at });

        var woke = Output<DateTimeOffset>(await EndAsync("one", 3 * Short));
        Assert.True(woke >= at + Short, $"{woke} is before {at + Short}");
        Assert.Equal(TimeSpan.Zero, woke.Offset);
    }
}
