using Optimizer.Embedded;
using Optimizer.Workflows;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Embedded;

public class RetentionTests : EngineTests
{
    [Fact, Trait("Behaviour", "67")]
    public async Task KeepFinished_TimeOver_DeletesFinishedInstancesOnly()
    {
        await OpenAsync(Waiting(), new() { KeepFinished = TimeSpan.FromDays(2) });
        await StartAsync(Play, "completed", None.Value);
        await StartAsync(Play, "terminated", None.Value);
        await StartAsync(Play, "waiting", None.Value);
        await StartAsync(Play, "scheduled", None.Value, new() { At = Start + TimeSpan.FromDays(300) });
        await SignalAsync("completed", Go, "");
        await Engine.TerminateAsync("terminated", "enough");
        await EndAsync("completed");

        await RunAsync(TimeSpan.FromDays(1.5));
        Assert.NotNull(await Engine.StatusAsync("completed"));
        Assert.NotNull(await Engine.StatusAsync("terminated"));
        await RunAsync(TimeSpan.FromDays(4));

        await UntilAsync(async () => await Engine.StatusAsync("completed") is null && await Engine.StatusAsync("terminated") is null, () => "still there");
        Assert.Equal(["scheduled", "waiting"], (await Engine.ListAsync(new())).Instances.Select(status => status.InstanceId).Order(StringComparer.Ordinal));
        await SignalAsync("waiting", Go, "still alive");
        Assert.Equal("still alive", Output<string>(await EndAsync("waiting")));
    }

    [Fact, Trait("Behaviour", "67")]
    public async Task KeepFinished_TimeOverWhileClosed_DeletesAtTheNextStart()
    {
        var options = new EngineOptions { KeepFinished = TimeSpan.FromDays(2) };
        await OpenAsync(Waiting(), options);
        await StartAsync(Play, "completed", None.Value);
        await SignalAsync("completed", Go, "");
        await EndAsync("completed");
        await CloseAsync();

        Clock.Set(Start + TimeSpan.FromDays(30));
        await OpenAsync(Waiting(), options);
        await RunAsync(TimeSpan.FromDays(30) + TimeSpan.FromHours(2));

        await UntilAsync(async () => await Engine.StatusAsync("completed") is null, () => "still there");
    }

    [Fact, Trait("Behaviour", "67")]
    public async Task KeepFinished_Null_KeepsAll()
    {
        await OpenAsync(Waiting(), new() { KeepFinished = null });
        await StartAsync(Play, "completed", None.Value);
        await SignalAsync("completed", Go, "kept");
        await EndAsync("completed");

        await RunAsync(TimeSpan.FromDays(1000));

        Assert.Equal("kept", Output<string>((await Engine.StatusAsync("completed"))!));
    }

    private static WorkflowRegistry Waiting() => Registry().Add(Play, async (context, _) => (await context.WaitAsync(Go))!.Payload);
}
