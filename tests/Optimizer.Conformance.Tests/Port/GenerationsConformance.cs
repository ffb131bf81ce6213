using Optimizer.Workflows;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Continuing as new.</summary>
public abstract class GenerationsConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    [Fact, Trait("Behaviour", "41")]
    public async Task ContinueAsNew_NewInput_KeepsTheIdAndCountsGenerations()
    {
        var ended = await RunAsync(
            Registry().Add(Count, async (context, number) =>
            {
                var next = await context.CallAsync(AddOne, number);
                if (next < 5)
                {
                    context.ContinueAsNew(next);
                }

                return next;
            }),
            Count,
            0);

        Assert.Equal(5, Output<int>(ended));
        Assert.Equal(("one", 5, 4), (ended.InstanceId, ended.Generation, ended.Input.Read<int>()));
    }

    [Fact, Trait("Behaviour", "41"), Trait("Behaviour", "8")]
    public async Task ContinueAsNew_Status_IsShownUntilItIsSetAgain()
    {
        await OpenAsync(Registry().Add(Count, async (context, generation) =>
        {
            if (generation == 0)
            {
                context.SetStatus("from the first");
                context.ContinueAsNew(1);
                return 0;
            }

            await context.WaitAsync(Go);
            return generation;
        }));
        await StartAsync(Count, "one", 0);

        var second = await UntilAsync("one", status => status.Generation == 2);

        Assert.Equal("from the first", second.Status?.Read<string>());
        await SignalAsync("one", Go, "");
        Assert.Equal(1, Output<int>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "42")]
    public async Task ContinueAsNew_UnreadSignals_AreKeptInOrder()
    {
        var collect = new Workflow<int[], int[]>("collect");
        await OpenAsync(Registry().Add(collect, async (context, taken) =>
        {
            if (taken.Length == 0)
            {
                await context.WaitAsync(Go);
            }

            await context.SleepAsync(context.UtcNow + TimeSpan.FromMilliseconds(5));
            var number = (await context.WaitAsync(Number))!.Payload;
            int[] all = [.. taken, number];
            if (all.Length < 8)
            {
                context.ContinueAsNew(all);
            }

            return all;
        }));
        await StartAsync(collect, "one", []);
        for (var i = 0; i < 8; i++)
        {
            await SignalAsync("one", Number, i);
        }

        await SignalAsync("one", Go, "");

        Assert.Equal(Enumerable.Range(0, 8), Output<int[]>(await EndAsync("one", Short)));
    }

    [Fact, Trait("Behaviour", "42")]
    public async Task ContinueAsNew_SignalsWhileItGoesOn_LosesNone()
    {
        const int Many = 60;
        var collect = new Workflow<int[], int[]>("collect");
        await OpenAsync(Registry().Add(collect, async (context, taken) =>
        {
            var number = (await context.WaitAsync(Number))!.Payload;
            int[] all = [.. taken, number];
            if (all.Length < Many)
            {
                context.ContinueAsNew(all);
            }

            return all;
        }));
        await StartAsync(collect, "one", []);

        for (var i = 0; i < Many; i++)
        {
            await SignalAsync("one", Number, i);
        }

        Assert.Equal(Enumerable.Range(0, Many), Output<int[]>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "44")]
    public async Task ContinueAsNew_ManyGenerationsOfManyInstances_NoneIsStuck()
    {
        await OpenAsync(Registry().Add(Count, async (context, number) =>
        {
            var next = await context.CallAsync(AddOne, number);
            if (next % 2 == 0)
            {
                await context.SleepAsync(context.UtcNow + TimeSpan.FromMilliseconds(1));
            }

            if (next < 20)
            {
                context.ContinueAsNew(next);
            }

            return next;
        }));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => StartAsync(Count, $"many-{number}", 0)));
        if (Host.HasVirtualTime)
        {
            await Host.PassTimeAsync(Short);
        }

        var ended = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => EndAsync($"many-{number}")));

        Assert.All(ended, status => Assert.Equal((20, 20), (Output<int>(status), status.Generation)));
    }

    [Fact, Trait("Behaviour", "45")]
    public async Task Run_ChildThatContinuesAsNew_GivesItsLastOutput()
    {
        var ended = await RunAsync(
            Registry()
                .Add(Count, async (context, number) =>
                {
                    if (number < 5)
                    {
                        context.ContinueAsNew(await context.CallAsync(AddOne, number));
                    }

                    return number;
                })
                .Add(Play, async (context, _) => $"child said {await context.RunAsync(Count, $"{context.InstanceId}:child", 0)}"),
            Play,
            None.Value);

        Assert.Equal("child said 5", Output<string>(ended));
        Assert.Equal(6, (await EndAsync("one:child")).Generation);
    }

    [Fact, Trait("Behaviour", "46")]
    public async Task ContinueAsNew_NewerVersionRegistered_TakesItAndKeepsTags()
    {
        await OpenAsync(Registry()
            .Add(Play with { Name = "versioned" }, (context, _) =>
            {
                context.ContinueAsNew(None.Value);
                return Task.FromResult("from version 1");
            })
            .Add(Play with { Name = "versioned" }, (_, _) => Task.FromResult("from version 2"), version: 2));

        await StartAsync(Play with { Name = "versioned" }, "one", None.Value, new() { Version = 1, Tags = new Dictionary<string, string> { ["team"] = "growth" } });

        var ended = await EndAsync("one");
        Assert.Equal("from version 2", Output<string>(ended));
        Assert.Equal((2, 2, "growth"), (ended.Version, ended.Generation, ended.Tags["team"]));
    }
}
