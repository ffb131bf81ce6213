using System.Collections.Concurrent;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>What a start does when its id is taken.</summary>
public abstract class DuplicateIdsConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    private readonly ConcurrentQueue<int> _begun = new();

    [Theory, Trait("Behaviour", "16")]
    [InlineData(Reuse.Never)]
    [InlineData(Reuse.WhenFinished)]
    public async Task Start_RunningId_IsRefusedAndUntouched(Reuse reuse)
    {
        await OpenAsync(Ending());
        await StartAsync(Count, "one", 1);
        await UntilStatusAsync("one", "waiting");

        Assert.Equal(StartAnswer.AlreadyRunning, await Client.StartAsync(Count, "one", 2, new() { Reuse = reuse }));

        await SignalAsync("one", Go, "complete");
        Assert.Equal(1, Output<int>(await EndAsync("one")));
        Assert.Equal([1], _begun);
    }

    [Theory, Trait("Behaviour", "17")]
    [InlineData("complete")]
    [InlineData("fail")]
    [InlineData("terminate")]
    public async Task Start_FinishedId_IsReplacedWhenAsked(string end)
    {
        await OpenAsync(Ending());
        await StartAsync(Count, "one", 1);
        await FinishAsync("one", end);

        Assert.Equal(StartAnswer.Started, await Client.StartAsync(Count, "one", 2, new() { Reuse = Reuse.WhenFinished }));

        var again = await UntilStatusAsync("one", "waiting");
        Assert.Equal((2, 1), (again.Input.Read<int>(), again.Generation));
        Assert.Equal((null, null, null), (again.Output, again.Failure, again.Reason));
        await SignalAsync("one", Go, "complete");
        Assert.Equal(2, Output<int>(await EndAsync("one")));
        Assert.Equal([1, 2], _begun);
    }

    [Theory, Trait("Behaviour", "18")]
    [InlineData("complete", RunState.Completed)]
    [InlineData("fail", RunState.Failed)]
    [InlineData("terminate", RunState.Terminated)]
    public async Task Start_FinishedId_IsLeftByDefault(string end, RunState state)
    {
        await OpenAsync(Ending());
        await StartAsync(Count, "one", 1);
        await FinishAsync("one", end);

        Assert.Equal(StartAnswer.AlreadyFinished, await Client.StartAsync(Count, "one", 2));

        var left = (await Client.StatusAsync("one"))!;
        Assert.Equal((state, 1), (left.State, left.Input.Read<int>()));
        Assert.Equal([1], _begun);
    }

    [Fact, Trait("Behaviour", "19")]
    public async Task Start_RunningIdWithReuseAlways_EndsTheOldAndStartsTheNew()
    {
        await OpenAsync(Ending());
        await StartAsync(Count, "one", 1);
        await UntilStatusAsync("one", "waiting");

        Assert.Equal(StartAnswer.Started, await Client.StartAsync(Count, "one", 2, new() { Reuse = Reuse.Always }));

        await UntilAsync("one", status => status.Input.Read<int>() == 2 && status.Status is not null);
        await SignalAsync("one", Go, "complete");
        Assert.Equal(2, Output<int>(await EndAsync("one")));
        Assert.Equal([1, 2], _begun);
    }

    [Fact, Trait("Behaviour", "19")]
    public async Task Completion_ReplacedInstance_AnswersWithItsSuccessor()
    {
        await OpenAsync(Ending());
        await StartAsync(Count, "one", 1);
        await UntilStatusAsync("one", "waiting");

        var waiting = EndAsync("one");
        Assert.Equal(StartAnswer.Started, await Client.StartAsync(Count, "one", 2, new() { Reuse = Reuse.Always }));
        await UntilAsync("one", status => status.Input.Read<int>() == 2 && status.Status is not null);
        await SignalAsync("one", Go, "complete");

        Assert.Equal(2, Output<int>(await waiting));
    }

    [Fact, Trait("Behaviour", "21")]
    public async Task Start_WithTheStoredInputOfAFinishedInstance_RunsItAgain()
    {
        await OpenAsync(Ending());
        await StartAsync(Count, "one", 7);
        await FinishAsync("one", "fail");
        var input = (await Client.StatusAsync("one"))!.Input.Read<int>();

        Assert.Equal(StartAnswer.Started, await Client.StartAsync(Count, "one", input, new() { Reuse = Reuse.WhenFinished }));
        Assert.Equal(StartAnswer.Started, await Client.StartAsync(Count, "two", input));

        await FinishAsync("one", "complete");
        await FinishAsync("two", "complete");
        Assert.Equal(7, Output<int>(await EndAsync("one")));
        Assert.Equal(7, Output<int>(await EndAsync("two")));
    }

    [Fact, Trait("Behaviour", "78")]
    public async Task Start_SentTwiceAtOnce_TakesEachStepOnce()
    {
        await OpenAsync(Ending());

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Client.StartAsync(Count, "one", 1)));
        await FinishAsync("one", "complete");

        Assert.Single(answers, StartAnswer.Started);
        Assert.Equal(9, answers.Count(answer => answer == StartAnswer.AlreadyRunning));
        Assert.Equal([1], _begun);
    }

    private async Task FinishAsync(string id, string end)
    {
        await UntilAsync(id, status => status.State == RunState.Running && status.Status is not null);
        if (end == "terminate")
        {
            Assert.Equal(ControlAnswer.Done, await Client.TerminateAsync(id, "enough"));
        }
        else
        {
            await SignalAsync(id, Go, end);
        }

        await EndAsync(id);
    }

    private WorkflowRegistry Ending() => new WorkflowRegistry()
        .Add(AddOne, (_, number) =>
        {
            _begun.Enqueue(number);
            return Task.FromResult(number);
        })
        .Add(Count, async (context, number) =>
        {
            await context.CallAsync(AddOne, number);
            context.SetStatus("waiting");
            return (await context.WaitAsync(Go))!.Payload == "fail" ? throw new InvalidOperationException("as asked") : number;
        });
}
