using Optimizer.Embedded.Inspection;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Embedded;

public class GenerationTests : EngineTests
{
    [Fact, Trait("Behaviour", "41")]
    public async Task ContinueAsNew_History_IsCutToTheNewGeneration()
    {
        await OpenAsync(Registry().Add(Count, async (context, generation) =>
        {
            await context.CallAsync(Echo, $"of generation {generation}");
            if (generation < 3)
            {
                context.ContinueAsNew(generation + 1);
                return 0;
            }

            context.SetStatus("waiting");
            await context.WaitAsync(Go);
            return generation;
        }));
        await StartAsync(Count, "one", 1);
        await UntilStatusAsync("one", "waiting");

        var history = (await Engine.HistoryAsync("one"))!;

        Assert.Equal(3, history.Status.Generation);
        var scheduled = Assert.Single(history.Entries, entry => entry.Kind == HistoryKind.ActivityScheduled);
        Assert.Equal("of generation 3", scheduled.Payload?.Read<string>());
        Assert.Equal(0, scheduled.Step);
    }

    [Fact, Trait("Behaviour", "43")]
    public async Task ContinueAsNew_AnswerOfAFormerGeneration_NeverReachesTheNew()
    {
        var gates = new Dictionary<string, TaskCompletionSource> { ["old"] = Gate(), ["new"] = Gate(), ["other"] = Gate() };
        var ended = Gate();
        await OpenAsync(new WorkflowRegistry()
            .Add(Echo, async (context, text) =>
            {
                await gates[text].Task.WaitAsync(context.CancellationToken);
                if (text == "old")
                {
                    ended.SetResult();
                }

                return text;
            })
            .Add(Count, async (context, generation) =>
            {
                var call = context.CallAsync(Echo, generation == 1 ? "old" : "new");
                if (generation == 1)
                {
                    await context.WaitAsync(Go);
                    context.ContinueAsNew(2);
                    return 0;
                }

                context.SetStatus("waiting");
                return await call == "new" ? 1 : -1;
            })
            .Add(Child, (context, text) => context.CallAsync(Echo, text)));
        await StartAsync(Count, "one", 1);
        await SignalAsync("one", Go, "");
        await UntilStatusAsync("one", "waiting");

        gates["old"].SetResult();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        gates["other"].SetResult();
        await StartAsync(Child, "after", "other");
        await EndAsync("after");
        Assert.Equal(RunState.Running, (await Engine.StatusAsync("one"))!.State);
        gates["new"].SetResult();

        Assert.Equal(1, Output<int>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "43")]
    public async Task ContinueAsNew_TimerOfAFormerGeneration_NeverWakesTheNew()
    {
        await OpenAsync(Registry().Add(Count, async (context, generation) =>
        {
            var sleep = context.SleepAsync(Start + TimeSpan.FromHours(generation));
            if (generation == 1)
            {
                await context.CallAsync(Echo, "");
                context.ContinueAsNew(2);
                return 0;
            }

            context.SetStatus("sleeping");
            await sleep;
            return (int)(context.UtcNow - Start).TotalMinutes;
        }));
        await StartAsync(Count, "one", 1);
        await UntilStatusAsync("one", "sleeping");

        Assert.Equal(1, Engine.Health().Timers);
        await RunAsync(TimeSpan.FromMinutes(90));
        Assert.Equal(RunState.Running, (await Engine.StatusAsync("one"))!.State);
        await RunAsync(TimeSpan.FromMinutes(150));

        Assert.Equal(120, Output<int>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "43")]
    public async Task ContinueAsNew_ChildOfAFormerGeneration_GoesOnAndItsAnswerIsDropped()
    {
        await OpenAsync(Registry()
            .Add(Child, async (context, text) => text + (await context.WaitAsync(Go))!.Payload)
            .Add(Count, async (context, generation) =>
            {
                var child = context.RunAsync(Child, $"kid-{generation}", $"{generation} ");
                if (generation == 1)
                {
                    await context.CallAsync(Echo, "");
                    context.ContinueAsNew(2);
                    return 0;
                }

                context.SetStatus("waiting");
                return await child == "2 second" ? 1 : -1;
            }));
        await StartAsync(Count, "one", 1);
        await UntilStatusAsync("one", "waiting");

        await SignalAsync("kid-1", Go, "first");
        Assert.Equal("1 first", Output<string>(await EndAsync("kid-1")));
        Assert.Equal(RunState.Running, (await Engine.StatusAsync("one"))!.State);
        await SignalAsync("kid-2", Go, "second");

        Assert.Equal(1, Output<int>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "43")]
    public async Task ContinueAsNew_ChildAskedForInTheLastTurn_IsStartedAndARefusedOneIsNoMatter()
    {
        await OpenAsync(Registry()
            .Add(Child, async (context, text) => text + (await context.WaitAsync(Go))!.Payload)
            .Add(Count, async (context, generation) =>
            {
                if (generation == 1)
                {
                    _ = context.RunAsync(Child, "kid", "left ");
                    _ = context.RunAsync(Child, "kid", "refused ");
                    context.ContinueAsNew(2);
                    return 0;
                }

                context.SetStatus("waiting");
                await context.WaitAsync(Go);
                return generation;
            }));
        await StartAsync(Count, "one", 1);
        await UntilStatusAsync("one", "waiting");

        await SignalAsync("kid", Go, "alone");
        Assert.Equal("left alone", Output<string>(await EndAsync("kid")));
        await SignalAsync("one", Go, "");
        Assert.Equal(2, Output<int>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "58")]
    public async Task Signal_ToAChildThatHasNotTakenAStep_IsNotLost()
    {
        var tell = new Activity<string, SignalAnswer>("tell");
        await OpenAsync(
            new WorkflowRegistry()
                .Add(tell, (context, id) => Engine.SignalAsync(id, Go, "early", context.IdempotencyKey))
                .Add(Child, async (context, _) => (await context.WaitAsync(Go))!.Payload)
                .Add(Play, async (context, _) =>
                {
                    var children = Enumerable.Range(0, 20).Select(number => context.RunAsync(Child, $"kid-{number}", "")).ToList();
                    var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => context.CallAsync(tell, $"kid-{number}")));
                    return $"{answers.Distinct().Single()} {string.Join(' ', (await Task.WhenAll(children)).Distinct())}";
                }),
            new() { MaxTurns = 1 });
        await StartAsync(Play, "one", None.Value);

        Assert.Equal("Accepted early", Output<string>(await EndAsync("one")));
    }

    private static TaskCompletionSource Gate() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
