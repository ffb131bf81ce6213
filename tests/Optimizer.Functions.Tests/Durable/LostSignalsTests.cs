using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Functions.Tests.Durable;

/// <summary>The trap of DURABLE-FUNCTIONS section 6: a listener whose wait ran out of time eats the next event of its name.</summary>
public class LostSignalsTests
{
    private const int Instances = 40;
    private const int Signals = 20;

    private static readonly Activity<int, int> Work = new("work");
    private static readonly Signal<int> Number = new("number");
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(3)]
    public async Task Signals_UnderWaitsThatRunOut_AreAllTakenInOrder(int perGeneration)
    {
        var collect = new Workflow<int[], int[]>("collect");
        await using var host = await DurableHost.StartAsync(new WorkflowRegistry()
            .Add(Work, (_, number) => Task.FromResult(number))
            .Add(collect, async (context, before) =>
            {
                var taken = before.ToList();
                while (taken.Count < Signals && taken.Count - before.Length < perGeneration)
                {
                    if (await context.WaitAsync(Number, context.UtcNow + Short) is { } delivery)
                    {
                        taken.Add(delivery.Payload);
                    }

                    await context.SleepAsync(context.UtcNow + Short);
                    await context.CallAsync(Work, taken.Count);
                }

                if (taken.Count < Signals)
                {
                    context.ContinueAsNew(taken.ToArray());
                }

                return [.. taken];
            }));

        var all = await Task.WhenAll(Enumerable.Range(0, Instances).Select(number => SendAsync(host.Client, collect, $"collect-{number}")));

        Assert.All(all, ended =>
        {
            Assert.True(ended.State == RunState.Completed, $"{ended.InstanceId} is {ended.State}: {ended.Failure}");
            Assert.Equal(Enumerable.Range(0, Signals), ended.Output!.Value.Read<int[]>());
        });
    }

    [Fact]
    public async Task Signal_RaisedTwiceUnderOneKey_IsDeliveredOnceAlsoInTheNextGeneration()
    {
        var sum = new Workflow<int, int>("sum");
        await using var host = await DurableHost.StartAsync(new WorkflowRegistry().Add(sum, async (context, before) =>
        {
            var number = (await context.WaitAsync(Number))!.Payload;
            if (number != 0)
            {
                context.ContinueAsNew(before + number);
            }

            return before;
        }));
        await host.Client.StartAsync(sum, "one", 0);

        // As a sender that died between raising and noting the key says it again.
        Assert.Equal(SignalAnswer.Accepted, await host.Client.SignalAsync("one", Number, 5, "first"));
        host.ForgetKeys();
        Assert.Equal(SignalAnswer.Accepted, await host.Client.SignalAsync("one", Number, 5, "first"));
        Assert.Equal(SignalAnswer.Duplicate, await host.Client.SignalAsync("one", Number, 5, "first"));
        Assert.Equal(SignalAnswer.Accepted, await host.Client.SignalAsync("one", Number, 7, "second"));
        Assert.Equal(SignalAnswer.Accepted, await host.Client.SignalAsync("one", Number, 0));

        using var limit = new CancellationTokenSource(Limit);
        Assert.Equal(12, (await host.Client.CompletionAsync("one", limit.Token))!.Output!.Value.Read<int>());
    }

    [Fact]
    public async Task Event_ThatIsNoSignal_FailsThatWaitAndCountsAsTaken()
    {
        var play = new Workflow<None, string>("play");
        await using var host = await DurableHost.StartAsync(new WorkflowRegistry().Add(play, async (context, _) =>
        {
            var caught = await Assert.ThrowsAsync<StepFailedException>(() => context.WaitAsync(Number));
            return $"{caught.Failure.Type} {(await context.WaitAsync(Number))!.Payload}";
        }));
        await host.Client.StartAsync(play, "one", None.Value);

        await host.RaiseAsync("one", Number.Name, "by hand");
        await host.Client.SignalAsync("one", Number, 5);

        using var limit = new CancellationTokenSource(Limit);
        Assert.Equal($"{FailureTypes.Unreadable} 5", (await host.Client.CompletionAsync("one", limit.Token))!.Output!.Value.Read<string>());
    }

    private static async Task<InstanceStatus> SendAsync(IWorkflowClient client, Workflow<int[], int[]> collect, string id)
    {
        Assert.Equal(StartAnswer.Started, await client.StartAsync(collect, id, []));
        for (var number = 0; number < Signals; number++)
        {
            Assert.Equal(SignalAnswer.Accepted, await client.SignalAsync(id, Number, number));
            await Task.Delay(number % 5 * 20);
        }

        using var limit = new CancellationTokenSource(Limit);
        return (await client.CompletionAsync(id, limit.Token))!;
    }
}
