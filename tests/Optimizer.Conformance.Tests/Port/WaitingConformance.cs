using System.Diagnostics;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>What callers see who wait for an end, ask for what is not there, use odd ids or trace.</summary>
public abstract class WaitingConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    [Fact, Trait("Behaviour", "11")]
    public async Task Completion_CancelledWait_CanBeRepeated()
    {
        await OpenAsync(WaitsForGo());
        await StartAsync(Play, "one", None.Value);
        using var tired = new CancellationTokenSource();

        var waiting = Client.CompletionAsync("one", tired.Token);
        await tired.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await SignalAsync("one", Go, "now");
        Assert.Equal("now", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "11")]
    public async Task Completion_ManyWaiters_AllGetTheEnd()
    {
        await OpenAsync(WaitsForGo());
        await StartAsync(Play, "one", None.Value);

        var waiting = Enumerable.Range(0, 20).Select(_ => EndAsync("one")).ToList();
        await SignalAsync("one", Go, "now");

        Assert.All(await Task.WhenAll(waiting), ended => Assert.Equal("now", Output<string>(ended)));
    }

    [Fact, Trait("Behaviour", "12")]
    public async Task Completion_FinishedInstance_AnswersAgain()
    {
        await OpenAsync(WaitsForGo());
        await StartAsync(Play, "one", None.Value);
        await SignalAsync("one", Go, "now");
        var first = await EndAsync("one");

        var second = await EndAsync("one");

        Assert.Equal((first.State, first.Output), (second.State, second.Output));
    }

    [Fact, Trait("Behaviour", "13")]
    public async Task Requests_UnknownId_AreAnsweredAndNeverHang()
    {
        await OpenAsync(WaitsForGo());

        Assert.Null(await Client.StatusAsync("nobody"));
        Assert.Null(await Client.CompletionAsync("nobody"));
        Assert.Equal(ControlAnswer.NotFound, await Client.SuspendAsync("nobody", "why"));
        Assert.Equal(ControlAnswer.NotFound, await Client.ResumeAsync("nobody"));
        Assert.Equal(ControlAnswer.NotFound, await Client.TerminateAsync("nobody", "why"));
        Assert.Equal(ControlAnswer.NotFound, await Client.PurgeAsync("nobody"));
    }

    [Theory, Trait("Behaviour", "14")]
    [InlineData("it's \"quoted\"")]
    [InlineData("a/b\\c#d?e%2F f&g=h")]
    [InlineData("'; DROP TABLE instances; --")]
    [InlineData("Größe 日本語 עברית 🚀")]
    [InlineData("%_[]*")]
    public async Task Requests_OddIds_ReachTheirInstance(string id)
    {
        await OpenAsync(WaitsForGo());
        await StartAsync(Play, id, None.Value);
        await StartAsync(Play, "neighbour", None.Value);

        Assert.Equal(id, (await Client.StatusAsync(id))!.InstanceId);
        Assert.Equal([id], (await Client.ListAsync(new() { IdPrefix = id })).Instances.Select(status => status.InstanceId));
        await SignalAsync(id, Go, "now");
        Assert.Equal("now", Output<string>(await EndAsync(id)));
        Assert.Equal(ControlAnswer.Done, await Client.PurgeAsync(id));
        Assert.Null(await Client.StatusAsync(id));
        Assert.NotNull(await Client.StatusAsync("neighbour"));
    }

    [Theory, Trait("Behaviour", "14")]
    [InlineData("")]
    [InlineData("@entity")]
    [InlineData("two\nlines")]
    public async Task Start_UnusableId_IsRefused(string id)
    {
        await OpenAsync(WaitsForGo());

        await Assert.ThrowsAnyAsync<ArgumentException>(() => Client.StartAsync(Play, id, None.Value));
        Assert.Empty((await Client.ListAsync(new())).Instances);
    }

    [Fact, Trait("Behaviour", "94")]
    public async Task Start_UnderATrace_FlowsToActivitiesChildrenAndGenerations()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Optimizer", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<System.Diagnostics.ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var trace = new Activity<None, string>("trace");
        await OpenAsync(new WorkflowRegistry()
            .Add(trace, (_, _) => Task.FromResult(Activity.Current?.TraceId.ToHexString() ?? "none"))
            .Add(Child, async (context, _) => await context.CallAsync(trace, None.Value))
            .Add(Child with { Name = "parent" }, async (context, before) =>
            {
                var own = await context.CallAsync(trace, None.Value);
                var childs = await context.RunAsync(Child, $"{context.InstanceId}:child", "");
                if (before.Length == 0)
                {
                    context.ContinueAsNew($"{own} {childs}");
                }

                return $"{before} {own} {childs}";
            }));

        string id;
        using (var root = new System.Diagnostics.Activity("root").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            id = root.TraceId.ToHexString();
            await StartAsync(Child with { Name = "parent" }, "one", "");
        }

        Assert.Equal($"{id} {id} {id} {id}", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "14")]
    public Task Start_IdOfHalfACharacter_IsRefused() => Start_UnusableId_IsRefused("half \uD83D of a pair");

    private static WorkflowRegistry WaitsForGo() =>
        Registry().Add(Play, async (context, _) => (await context.WaitAsync(Go))!.Payload);
}
