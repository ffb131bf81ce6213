using Optimizer.Embedded;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Embedded;

public class LimitTests : EngineTests
{
    private static readonly string Large = new('x', 5000);

    private static readonly EngineOptions Small = new() { MaxPayloadBytes = 4096, MaxStatusBytes = 1024 };

    [Fact, Trait("Behaviour", "70")]
    public async Task Start_InputTooLarge_IsRefusedAndNothingWritten()
    {
        await OpenAsync(Carriers(), Small);

        var refusal = await Assert.ThrowsAsync<PayloadTooLargeException>(() => Engine.StartAsync(Child, "one", Large));

        Assert.Equal((5002, 4096), (refusal.Bytes, refusal.Limit));
        Assert.Null(await Engine.StatusAsync("one"));
        await RunsAsync("next");
    }

    [Fact, Trait("Behaviour", "70")]
    public async Task Signal_PayloadTooLarge_IsRefusedAndNothingKept()
    {
        await OpenAsync(Carriers(), Small);
        await StartAsync(Child, "one", "wait");

        await Assert.ThrowsAsync<PayloadTooLargeException>(() => Engine.SignalAsync("one", Go, Large));

        await SignalAsync("one", Go, "small");
        Assert.Equal("small", Output<string>(await EndAsync("one")));
    }

    [Theory, Trait("Behaviour", "70")]
    [InlineData("activity output", "large")]
    [InlineData("activity input", "take")]
    [InlineData("child output", "child")]
    [InlineData("child input", "child")]
    [InlineData("workflow output", null)]
    [InlineData("next input", null)]
    public async Task Workflow_PayloadTooLarge_FailsWithAClearErrorAndTheEngineGoesOn(string what, string? step)
    {
        await OpenAsync(Carriers(), Small);
        await StartAsync(Child, "one", what);

        var ended = await EndAsync("one");

        Assert.Equal(RunState.Failed, ended.State);
        Assert.True(
            ended.Failure!.IsCausedBy<PayloadTooLargeException>() || Types(ended.Failure).Contains(FailureTypes.TooLarge), $"{what}: {ended.Failure}");
        Assert.True(step is null || ended.Failure.Message.Contains(step, StringComparison.Ordinal), ended.Failure.Message);
        await RunsAsync("next");
    }

    [Fact, Trait("Behaviour", "70")]
    public async Task Call_OutputTooLarge_IsNotRetried()
    {
        var runs = 0;
        await OpenAsync(
            new WorkflowRegistry()
                .Add(Echo, (_, _) =>
                {
                    runs++;
                    return Task.FromResult(Large);
                })
                .Add(Child, (context, text) => context.CallAsync(Echo, text, new(5, TimeSpan.FromMinutes(1)))),
            Small);
        await StartAsync(Child, "one", "");

        Assert.Equal(RunState.Failed, (await EndAsync("one")).State);
        Assert.Equal(1, runs);
    }

    [Fact, Trait("Behaviour", "70"), Trait("Behaviour", "8")]
    public async Task SetStatus_TooLarge_ThrowsInTheWorkflowAndKeepsTheOldOne()
    {
        await OpenAsync(
            Registry().Add(Play, async (context, _) =>
            {
                context.SetStatus("small");
                var refusal = Assert.Throws<PayloadTooLargeException>(() => context.SetStatus(new string('s', 1030)));
                return $"{refusal.Limit} {(await context.WaitAsync(Go))!.Payload}";
            }),
            Small);
        await StartAsync(Play, "one", None.Value);
        await UntilStatusAsync("one", "small");
        await SignalAsync("one", Go, "go");

        Assert.Equal("1024 go", Output<string>(await EndAsync("one")));
    }

    [Fact, Trait("Behaviour", "90")]
    public async Task Workflow_HistoryTooLong_IsParkedAndGoesOnUnderAHigherLimit()
    {
        var code = Registry().Add(Count, async (context, rounds) =>
        {
            var number = 0;
            while (number < rounds)
            {
                number = await context.CallAsync(AddOne, number);
            }

            return number;
        });
        await OpenAsync(code, new() { MaxHistoryEvents = 50 });
        await StartAsync(Count, "long", 200);
        await StartAsync(Count, "short", 5);

        var parked = await ParkedAsync("long");

        Assert.Contains("50", parked.Failure!.Message, StringComparison.Ordinal);
        Assert.Contains("continue as new", parked.Failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(5, Output<int>(await EndAsync("short")));
        await OpenAsync(code);
        Assert.Equal(ControlAnswer.Done, await Engine.ResumeAsync("long"));
        Assert.Equal(200, Output<int>(await EndAsync("long")));
    }

    [Fact, Trait("Behaviour", "90")]
    public async Task Workflow_GenerationsUnderTheLimit_GoOnForEver()
    {
        await OpenAsync(
            Registry().Add(Count, async (context, number) =>
            {
                for (var i = 0; i < 5; i++)
                {
                    number = await context.CallAsync(AddOne, number);
                }

                if (number < 200)
                {
                    context.ContinueAsNew(number);
                }

                return number;
            }),
            new() { MaxHistoryEvents = 50 });
        await StartAsync(Count, "one", 0);

        Assert.Equal(200, Output<int>(await EndAsync("one")));
    }

    private async Task RunsAsync(string id)
    {
        await StartAsync(Child, id, "small");
        Assert.Equal("small", Output<string>(await EndAsync(id)));
    }

    private static IEnumerable<string> Types(Failure? failure)
    {
        for (; failure is not null; failure = failure.Cause)
        {
            yield return failure.Type;
        }
    }

    private static WorkflowRegistry Carriers()
    {
        var large = new Activity<None, string>("large");
        var take = new Activity<string, None>("take");
        return Registry()
            .Add(large, (_, _) => Task.FromResult(Large))
            .Add(take, (_, _) => Task.FromResult(None.Value))
            .Add(Child, async (context, what) =>
            {
                switch (what)
                {
                    case "wait":
                        return (await context.WaitAsync(Go))!.Payload;
                    case "activity output":
                        return await context.CallAsync(large, None.Value);
                    case "activity input":
                        await context.CallAsync(take, Large);
                        return "";
                    case "child output":
                        return await context.RunAsync(Child, $"{context.InstanceId}:child", "workflow output");
                    case "child input":
                        return await context.RunAsync(Child, $"{context.InstanceId}:child", Large);
                    case "workflow output":
                        return Large;
                    case "next input":
                        context.ContinueAsNew(Large);
                        return "";
                    default:
                        return await context.CallAsync(Echo, what);
                }
            });
    }
}
