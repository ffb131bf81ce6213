using System.Collections.Concurrent;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Workflows that run others.</summary>
public abstract class ChildrenConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    /// <summary>Whether an instance is shown as ended while children that it started go on; else it is shown as running until they have ended.</summary>
    protected virtual bool EndsBeforeItsChildren => true;

    private readonly ConcurrentQueue<string> _begun = new();

    [Fact, Trait("Behaviour", "55")]
    public async Task Run_Child_GivesItsOutputAndNamesItsParent()
    {
        var ended = await RunAsync(Families(), Child with { Name = "parent" }, "echo");

        Assert.Equal("parent got echo", Output<string>(ended));
        var child = await EndAsync("one:child");
        Assert.Equal(("one", "child", RunState.Completed), (child.ParentId, child.Workflow, child.State));
    }

    [Fact, Trait("Behaviour", "55")]
    public async Task Run_ChildFails_CanBeCaughtWithItsChain()
    {
        await OpenAsync(Families().Add(Play, async (context, _) =>
        {
            var caught = await Assert.ThrowsAsync<StepFailedException>(() => context.RunAsync(Child, "kid", "fail"));
            return $"{caught.Step}: {caught.Failure.Message} {caught.Failure.IsCausedBy<InvalidOperationException>()}";
        }));
        await StartAsync(Play, "one", None.Value);

        Assert.Equal("child: child failed True", Output<string>(await EndAsync("one")));
        Assert.Equal(RunState.Failed, (await EndAsync("kid")).State);
    }

    [Fact, Trait("Behaviour", "55")]
    public async Task Run_ChildFailureNobodyCatches_FailsTheParent()
    {
        var ended = await RunAsync(Families(), Child with { Name = "parent" }, "fail");

        Assert.Equal((RunState.Failed, "child failed"), (ended.State, ended.Failure!.Cause!.Message));
    }

    [Fact, Trait("Behaviour", "56")]
    public async Task Run_ChildRetried_StartsAfreshEachTime()
    {
        var fails = 2;
        await OpenAsync(Registry()
            .Add(Child, async (context, text) =>
            {
                await context.CallAsync(Echo, text);
                return await context.CallAsync(new Activity<string, string>("decide"), text);
            })
            .Add(new Activity<string, string>("decide"), (context, text) =>
            {
                _begun.Enqueue(context.IdempotencyKey);
                return Interlocked.Decrement(ref fails) >= 0 ? throw new InvalidOperationException("not yet") : Task.FromResult(text);
            })
            .Add(Play, async (context, _) => await context.RunAsync(Child, "kid", "third time", new RetrySchedule(3, TimeSpan.FromMilliseconds(10)))));
        await StartAsync(Play, "one", None.Value);

        Assert.Equal("third time", Output<string>(await EndAsync("one", Short)));
        Assert.Equal(3, _begun.Count);
        Assert.Equal(RunState.Completed, (await EndAsync("kid")).State);
    }

    [Fact, Trait("Behaviour", "57")]
    public async Task Run_ChildIdOfARunningInstance_FailsTheCallAndLeavesThatInstance()
    {
        await OpenAsync(Families().Add(Play, async (context, _) =>
            (await Assert.ThrowsAsync<StepFailedException>(() => context.RunAsync(Child, "taken", "echo"))).Failure.Type));
        await StartAsync(Child, "taken", "wait");
        await UntilStatusAsync("taken", "waiting");
        await StartAsync(Play, "one", None.Value);

        Assert.Equal(FailureTypes.InstanceExists, Output<string>(await EndAsync("one")));
        await SignalAsync("taken", Go, "still there");
        Assert.Equal("still there", Output<string>(await EndAsync("taken")));
    }

    [Fact, Trait("Behaviour", "57")]
    public async Task Run_ChildIdOfAFinishedInstance_ReplacesIt()
    {
        await OpenAsync(Families());
        await StartAsync(Child, "one:child", "echo");
        await EndAsync("one:child");

        await StartAsync(Child with { Name = "parent" }, "one", "again");

        Assert.Equal("parent got again", Output<string>(await EndAsync("one")));
        Assert.Equal(("one", "again"), ((await EndAsync("one:child")).ParentId, (await EndAsync("one:child")).Input.Read<string>()));
    }

    [Fact, Trait("Behaviour", "57")]
    public async Task Run_ChildTerminatedFromOutside_FailsTheCall()
    {
        await OpenAsync(Families().Add(Play, async (context, _) =>
            (await Assert.ThrowsAsync<StepFailedException>(() => context.RunAsync(Child, "kid", "wait"))).Failure.Type));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("kid", "waiting");

        Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync("kid", "enough"));

        Assert.Equal(FailureTypes.Terminated, Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "59")]
    public async Task Terminate_WithChildren_EndsAllThatStillRun()
    {
        await OpenAsync(Families().Add(Play, GrandparentAsync));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("middle:child", "waiting");
        await EndAsync("done:child");

        Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync("one", "enough", children: true));

        Assert.Equal(RunState.Terminated, (await EndAsync("one")).State);
        Assert.Equal(RunState.Terminated, (await EndAsync("middle")).State);
        Assert.Equal(RunState.Terminated, (await EndAsync("middle:child")).State);
        Assert.Equal(RunState.Completed, (await EndAsync("done:child")).State);
        Assert.Equal("parent got echo", Output<string>(await EndAsync("done")));
    }

    [Fact, Trait("Behaviour", "59")]
    public async Task Terminate_WithoutChildren_LetsThemGoOn()
    {
        await OpenAsync(Families().Add(Play, GrandparentAsync));
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("middle:child", "waiting");

        Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync("one", "enough"));

        Assert.Equal(RunState.Terminated, (await EndAsync("one")).State);
        await SignalAsync("middle:child", Go, "on my own");
        Assert.Equal("parent got on my own", Output<string>(await EndAsync("middle")));
    }

    [Fact, Trait("Behaviour", "55")]
    public async Task Completion_ParentEndsFirst_ChildGoesOnAlone()
    {
        await OpenAsync(Families().Add(Play, async (context, _) =>
        {
            var child = context.RunAsync(Child, "kid", "wait");
            return await Task.WhenAny(child, context.CallAsync(Echo, "first")) == child ? "child" : "echo";
        }));
        await StartAsync(Play, "one", None.Value);

        await UntilStatusAsync("kid", "waiting");
        if (EndsBeforeItsChildren)
        {
            Assert.Equal("echo", Output<string>(await EndAsync("one")));
        }
        else
        {
            Assert.Equal(RunState.Running, (await Client.StatusAsync("one"))!.State);
        }

        await SignalAsync("kid", Go, "alone");
        Assert.Equal("alone", Output<string>(await EndAsync("kid")));
        Assert.Equal("echo", Output<string>(await EndAsync("one")));
    }

    private static async Task<string> GrandparentAsync(IWorkflowContext context, None none)
    {
        await context.RunAsync(Child with { Name = "parent" }, "done", "echo");
        return await context.RunAsync(Child with { Name = "parent" }, "middle", "wait");
    }

    private static WorkflowRegistry Families() => Registry()
        .Add(Child with { Name = "parent" }, async (context, text) => $"parent got {await context.RunAsync(Child, $"{context.InstanceId}:child", text)}")
        .Add(Child, async (context, text) =>
        {
            context.SetStatus(text == "wait" ? "waiting" : "working");
            return text switch
            {
                "fail" => throw new InvalidOperationException("child failed"),
                "wait" => (await context.WaitAsync(Go))!.Payload,
                _ => await context.CallAsync(Echo, text),
            };
        });
}
