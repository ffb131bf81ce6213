using System.Collections.Concurrent;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Suspend, resume and terminate.</summary>
public abstract class ControlConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    /// <summary>Whether it can be seen why an instance was suspended.</summary>
    protected virtual bool KeepsReasons => true;

    private readonly ConcurrentQueue<string> _called = new();
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact, Trait("Behaviour", "60")]
    public async Task Terminate_WhileWaiting_EndsAtOnceWithTheReason()
    {
        await OpenAsync(Listening());
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");

        Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync("one", "out of budget"));

        var ended = await EndAsync("one");
        Assert.Equal((RunState.Terminated, "out of budget"), (ended.State, ended.Reason));
        Assert.Equal(SignalAnswer.AlreadyFinished, await Client.SignalAsync("one", Go, "late"));
        Assert.Empty(_called);
    }

    [Fact, Trait("Behaviour", "60")]
    public async Task Terminate_WhileAnActivityRuns_IgnoresItsAnswer()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = new Activity<string, string>("slow");
        await OpenAsync(Listening()
            .Add(slow, async (context, text) =>
            {
                begun.TrySetResult();
                await _gate.Task.WaitAsync(context.CancellationToken);
                return text;
            })
            .Add(Child, async (context, text) => await context.CallAsync(Echo, await context.CallAsync(slow, text))));
        await StartAsync(Child, "one", "never told");
        await begun.Task;

        Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync("one", "enough"));
        _gate.SetResult();
        await StartAsync(Child, "two", "told");

        Assert.Equal("told", Output<string>(await EndAsync("two")));
        Assert.Equal(RunState.Terminated, (await EndAsync("one")).State);
        Assert.Equal(["told"], _called);
    }

    [Fact, Trait("Behaviour", "61")]
    public async Task Terminate_PendingSuspendedAndFinished_EachHasItsAnswer()
    {
        await OpenAsync(Listening());
        await StartAsync(Play, "pending", None.Value, new() { At = Host.UtcNow + TimeSpan.FromHours(1) });
        await StartAsync(Play, "suspended", None.Value);
        await StartAsync(Play, "finished", None.Value);
        await UntilStatusAsync("suspended", "waiting");
        Assert.Equal(ControlAnswer.Done, await Client.SuspendAsync("suspended", "wait"));
        await SignalAsync("finished", Go, "stop");
        await EndAsync("finished");

        Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync("pending", "a"));
        Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync("suspended", "b"));
        Assert.Equal(ControlAnswer.AlreadyFinished, await Client.TerminateAsync("finished", "c"));

        Assert.Equal((RunState.Terminated, "a"), await EndOf("pending"));
        Assert.Equal((RunState.Terminated, "b"), await EndOf("suspended"));
        Assert.Equal((RunState.Completed, null), await EndOf("finished"));

        async Task<(RunState, string?)> EndOf(string id)
        {
            var ended = await EndAsync(id);
            return (ended.State, ended.Reason);
        }
    }

    [Fact, Trait("Behaviour", "62")]
    public async Task Suspend_Signals_AreKeptAndDeliveredInOrderOnResume()
    {
        await OpenAsync(Listening());
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");
        Assert.Equal(ControlAnswer.Done, await Client.SuspendAsync("one", "look into it"));
        await UntilAsync("one", status => status.State == RunState.Suspended);

        await SignalAsync("one", Go, "a");
        await SignalAsync("one", Go, "b");
        await SignalAsync("one", Go, "stop");
        await StartAsync(Play, "other", None.Value);
        await SignalAsync("other", Go, "stop");
        await EndAsync("other");
        Assert.Empty(_called);
        Assert.Equal(RunState.Suspended, (await Client.StatusAsync("one"))!.State);

        Assert.Equal(ControlAnswer.Done, await Client.ResumeAsync("one"));

        var ended = await EndAsync("one");
        Assert.Equal("heard 2", Output<string>(ended));
        Assert.Null(ended.Reason);
        Assert.Equal(["a", "b"], _called);
    }

    [Fact, Trait("Behaviour", "62")]
    public async Task Suspend_Reason_IsShownUntilResume()
    {
        await OpenAsync(Listening());
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "waiting");

        Assert.Equal(ControlAnswer.Done, await Client.SuspendAsync("one", "look into it"));

        Assert.Equal(KeepsReasons ? "look into it" : null, (await UntilAsync("one", status => status.State == RunState.Suspended)).Reason);
        Assert.Equal(ControlAnswer.Done, await Client.ResumeAsync("one"));
        Assert.Null((await UntilAsync("one", status => status.State == RunState.Running)).Reason);
    }

    [Fact, Trait("Behaviour", "62")]
    public async Task Suspend_TimersAndAnswers_ComeAfterResume()
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await OpenAsync(new WorkflowRegistry()
            .Add(Echo, async (context, text) =>
            {
                begun.TrySetResult();
                await _gate.Task.WaitAsync(context.CancellationToken);
                return text;
            })
            .Add(Play, async (context, _) =>
            {
                var call = context.CallAsync(Echo, "answer");
                await context.SleepAsync(context.UtcNow + Short / 3);
                return await call;
            }));
        await StartAsync(Play, "one", None.Value);
        await begun.Task;
        Assert.Equal(ControlAnswer.Done, await Client.SuspendAsync("one", "wait"));
        await UntilAsync("one", status => status.State == RunState.Suspended);

        _gate.SetResult();
        await Host.PassTimeAsync(Short);
        Assert.Equal(RunState.Suspended, (await Client.StatusAsync("one"))!.State);
        Assert.Equal(ControlAnswer.Done, await Client.ResumeAsync("one"));

        Assert.Equal("answer", Output<string>(await EndAsync("one", Short)));
    }

    [Fact, Trait("Behaviour", "62")]
    public async Task Suspend_BeforeTheScheduledStart_HoldsItUntilResume()
    {
        await OpenAsync(Listening());
        await StartAsync(Play, "one", None.Value, new() { At = Host.UtcNow + Short });
        Assert.Equal(ControlAnswer.Done, await Client.SuspendAsync("one", "wait"));
        await Host.PassTimeAsync(2 * Short);

        await SignalAsync("one", Go, "stop");
        Assert.Equal(RunState.Suspended, (await UntilAsync("one", status => status.State != RunState.Pending)).State);
        Assert.Equal(ControlAnswer.Done, await Client.ResumeAsync("one"));

        Assert.Equal("heard 0", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "63")]
    public async Task Control_WhereThereIsNothingToDo_ChangesNothing()
    {
        await OpenAsync(Listening());
        await StartAsync(Play, "running", None.Value);
        await StartAsync(Play, "finished", None.Value);
        await SignalAsync("finished", Go, "stop");
        await EndAsync("finished");
        await UntilStatusAsync("running", "waiting");

        Assert.Equal(ControlAnswer.AlreadyFinished, await Client.SuspendAsync("finished", "late"));
        Assert.Equal(ControlAnswer.AlreadyFinished, await Client.ResumeAsync("finished"));
        Assert.Equal(ControlAnswer.Done, await Client.ResumeAsync("running"));
        Assert.Equal(RunState.Running, (await Client.StatusAsync("running"))!.State);
        Assert.Equal("heard 0", Output<string>(await EndAsync("finished")));

        Assert.Equal(ControlAnswer.Done, await Client.SuspendAsync("running", "first"));
        Assert.Equal(ControlAnswer.Done, await Client.SuspendAsync("running", "second"));
        await UntilAsync("running", status => status.State == RunState.Suspended);
        Assert.Equal(ControlAnswer.Done, await Client.ResumeAsync("running"));
        await SignalAsync("running", Go, "stop");
        Assert.Equal("heard 0", Output<string>(await EndAsync("running")));
    }

    private WorkflowRegistry Listening() => new WorkflowRegistry()
        .Add(Echo, (_, text) =>
        {
            _called.Enqueue(text);
            return Task.FromResult(text);
        })
        .Add(Play, async (context, _) =>
        {
            context.SetStatus("waiting");
            for (var heard = 0; ; heard++)
            {
                if (await context.WaitAsync(Go) is { Payload: not "stop" } delivery)
                {
                    await context.CallAsync(Echo, delivery.Payload);
                }
                else
                {
                    return $"heard {heard}";
                }
            }
        });
}
