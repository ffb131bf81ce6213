using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Embedded;

public class IdTests : EngineTests
{
    [Fact, Trait("Behaviour", "15")]
    public async Task Requests_IdsThatDifferInCase_AreTwoInstancesEverywhere()
    {
        await OpenAsync(Registry().Add(Child, async (context, text) => $"{text} {(await context.WaitAsync(Go))!.Payload}"));
        await StartAsync(Child, "Play-Ä", "upper");
        await StartAsync(Child, "play-ä", "lower");

        await SignalAsync("Play-Ä", Go, "A");
        Assert.Equal("upper A", Output<string>(await EndAsync("Play-Ä")));
        Assert.Equal(RunState.Running, (await UntilAsync("play-ä", status => status.State != RunState.Pending)).State);
        Assert.Equal(SignalAnswer.NotFound, await Engine.SignalAsync("PLAY-Ä", Go, "nobody"));
        Assert.Equal(["play-ä"], (await Engine.ListAsync(new() { IdPrefix = "play" })).Instances.Select(status => status.InstanceId));
        Assert.Equal(ControlAnswer.Done, await Engine.PurgeAsync("Play-Ä"));

        await SignalAsync("play-ä", Go, "B");
        Assert.Equal("lower B", Output<string>(await EndAsync("play-ä")));
    }

    [Fact, Trait("Behaviour", "20")]
    public async Task Start_ManyAtOnceOnOneId_StartsExactlyOneAndAllGetIt()
    {
        var runs = 0;
        await OpenAsync(
            new WorkflowRegistry()
                .Add(AddOne, (_, number) =>
                {
                    Interlocked.Increment(ref runs);
                    return Task.FromResult(number);
                })
                .Add(Count, (context, number) => context.CallAsync(AddOne, number)),
            clock: TimeProvider.System);

        var outputs = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () =>
        {
            var answer = await Engine.StartAsync(Count, "one", number);
            return (answer, Output<int>(await EndAsync("one")));
        })));

        Assert.Single(outputs, output => output.answer == StartAnswer.Started);
        Assert.Single(outputs.Select(output => output.Item2).Distinct());
        Assert.Equal(1, runs);
    }

    [Fact, Trait("Behaviour", "36")]
    public async Task Signal_UnknownInstance_IsAnsweredSoAndNotKept()
    {
        await OpenAsync(Registry().Add(Play, async (context, _) => (await context.WaitAsync(Go))!.Payload));

        Assert.Equal(SignalAnswer.NotFound, await Engine.SignalAsync("one", Go, "too early"));

        await StartAsync(Play, "one", None.Value);
        await SignalAsync("one", Go, "in time");
        Assert.Equal("in time", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "37")]
    public async Task Signal_SameKeyAgain_IsDeliveredOnceAlsoAfterARestart()
    {
        await OpenAsync(Numbers());
        await StartAsync(Count, "one", 2);
        await StartAsync(Count, "two", 2);

        Assert.Equal(SignalAnswer.Accepted, await Engine.SignalAsync("one", Number, 1, "key"));
        Assert.Equal(SignalAnswer.Duplicate, await Engine.SignalAsync("one", Number, 1, "key"));
        Assert.Equal(SignalAnswer.Accepted, await Engine.SignalAsync("two", Number, 10, "key"));
        await OpenAsync(Numbers());
        Assert.Equal(SignalAnswer.Duplicate, await Engine.SignalAsync("one", Number, 1, "key"));
        Assert.Equal(SignalAnswer.Accepted, await Engine.SignalAsync("one", Number, 2, "KEY"));
        Assert.Equal(SignalAnswer.Accepted, await Engine.SignalAsync("two", Number, 20));

        Assert.Equal(3, Output<int>(await EndAsync("one")));
        Assert.Equal(30, Output<int>(await EndAsync("two")));
    }

    [Fact, Trait("Behaviour", "37")]
    public async Task Signal_SameKeyManyAtOnce_IsAcceptedOnce()
    {
        await OpenAsync(Numbers(), clock: TimeProvider.System);
        await StartAsync(Count, "one", 2);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => Engine.SignalAsync("one", Number, 1, "key"))));
        await SignalAsync("one", Number, 100);

        Assert.Single(answers, SignalAnswer.Accepted);
        Assert.Equal(39, answers.Count(answer => answer == SignalAnswer.Duplicate));
        Assert.Equal(101, Output<int>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "38")]
    public async Task Signal_WhileTheLastTurnRuns_IsAcceptedAndDropped()
    {
        using var inLastTurn = new ManualResetEventSlim();
        using var mayEnd = new ManualResetEventSlim();
        await OpenAsync(
            Registry().Add(Play, async (context, _) =>
            {
                await context.CallAsync(Echo, "");
                inLastTurn.Set();
                mayEnd.Wait(TimeSpan.FromSeconds(9));
                return "ended without it";
            }),
            clock: TimeProvider.System);
        await StartAsync(Play, "one", None.Value);
        Assert.True(inLastTurn.Wait(TimeSpan.FromSeconds(30)));

        Assert.Equal(SignalAnswer.Accepted, await Engine.SignalAsync("one", Go, "late"));
        mayEnd.Set();

        Assert.Equal("ended without it", Output<string>(await EndAsync("one")));
        Assert.Equal(SignalAnswer.AlreadyFinished, await Engine.SignalAsync("one", Go, "later"));
        Assert.Equal(ControlAnswer.Done, await Engine.PurgeAsync("one"));
    }

    [Fact, Trait("Behaviour", "40")]
    public async Task Start_ThenSignalByManyCallers_LosesNoneBecauseStartIsIdempotent()
    {
        await OpenAsync(Numbers(), clock: TimeProvider.System);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => Task.Run(async () =>
        {
            Assert.NotEqual(StartAnswer.UnknownWorkflow, await Engine.StartAsync(Count, "one", 20));
            await SignalAsync("one", Number, number);
        })));

        Assert.Equal(210, Output<int>(await EndAsync("one")));
    }

    private static WorkflowRegistry Numbers() => Registry().Add(Count, async (context, many) =>
    {
        var sum = 0;
        for (var i = 0; i < many; i++)
        {
            sum += (await context.WaitAsync(Number))!.Payload;
        }

        return sum;
    });
}
