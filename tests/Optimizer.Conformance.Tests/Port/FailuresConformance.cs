using System.Diagnostics.CodeAnalysis;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;
using static Optimizer.Conformance.Tests.Port.Sample;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>Exceptions, names that nobody registered and payloads that do not fit.</summary>
public abstract class FailuresConformance<THosting> : PortConformance<THosting>
    where THosting : IWorkflowHosting, new()
{
    private static readonly Activity<string, string> Fail = new("fail");

    [Fact, Trait("Behaviour", "47")]
    public async Task Call_HandlerThrows_BringsTypeMessageStackAndChainToTheWorkflow()
    {
        var ended = await RunAsync(Failing().Add(Play, async (context, _) =>
        {
            var caught = await Assert.ThrowsAsync<StepFailedException>(() => context.CallAsync(Fail, "chain"));
            var failure = caught.Failure;
            Assert.True(failure.IsCausedBy<FormatException>());
            Assert.False(failure.IsCausedBy<SystemException>());
            return $"{caught.Step} | {failure.Type}: {failure.Message} <- {failure.Cause!.Type}: {failure.Cause.Message} <- {failure.Cause.Cause!.Type}"
                + $" | {failure.Cause.Cause.Cause is null} {failure.Stack is { Length: > 0 }} {failure.Cause.Stack is { Length: > 0 }}";
        }), Play, None.Value);

        Assert.Equal(
            "fail | System.InvalidOperationException: outer <- System.ArgumentException: middle <- System.FormatException | True True True", Output<string>(ended));
    }

    [Fact, Trait("Behaviour", "47")]
    public async Task Call_FailureNobodyCatches_ReachesTheClientWithItsChain()
    {
        var ended = await RunAsync(Failing().Add(Play, async (context, _) => await context.CallAsync(Fail, "chain")), Play, None.Value);

        Assert.Equal(RunState.Failed, ended.State);
        Assert.Equal(typeof(StepFailedException).FullName, ended.Failure!.Type);
        Assert.Equal("'fail' failed: outer", ended.Failure.Message);
        Assert.Equal("outer", ended.Failure.Cause!.Message);
        Assert.True(ended.Failure.IsCausedBy<FormatException>());
    }

    [Fact, Trait("Behaviour", "48")]
    public async Task Call_ExceptionWithOwnData_BringsItAsDetails()
    {
        var ended = await RunAsync(Failing().Add(Play, async (context, _) => await context.CallAsync(Fail, "details")), Play, None.Value);

        Assert.Equal(
            new Dictionary<string, string> { ["account"] = "a-17", ["limit"] = "2.5" }, new Dictionary<string, string>(ended.Failure!.Cause!.Details!));
    }

    [Fact, Trait("Behaviour", "49")]
    public async Task Workflow_Throws_FailsWithDetails()
    {
        var ended = await RunAsync(
            Registry().Add(Play, async (context, _) =>
            {
                await context.CallAsync(AddOne, 1);
                throw new InvalidOperationException("no more budget", new FormatException("inner"));
            }),
            Play,
            None.Value);

        Assert.Equal((RunState.Failed, null), (ended.State, ended.Output));
        Assert.Equal(("System.InvalidOperationException", "no more budget", "inner"), (ended.Failure!.Type, ended.Failure.Message, ended.Failure.Cause!.Message));
    }

    [Fact, Trait("Behaviour", "49")]
    public async Task Workflow_ThrowsBeforeItsFirstStep_Fails()
    {
        var ended = await RunAsync(new WorkflowRegistry().Add(Play, (_, _) => throw new InvalidOperationException("at once")), Play, None.Value);

        Assert.Equal((RunState.Failed, "at once"), (ended.State, ended.Failure!.Message));
    }

    [Fact, Trait("Behaviour", "50")]
    public async Task Call_FailureCaught_LetsTheWorkflowGoOn()
    {
        var ended = await RunAsync(Failing().Add(Play, async (context, _) =>
        {
            try
            {
                return await context.CallAsync(Fail, "chain");
            }
            catch (StepFailedException caught)
            {
                return await context.CallAsync(Echo, $"after {caught.Failure.Message}");
            }
        }), Play, None.Value);

        Assert.Equal("after outer", Output<string>(ended));
    }

    [Theory, Trait("Behaviour", "47")]
    [InlineData("cancelled", "System.OperationCanceledException")]
    [InlineData("task cancelled", "System.Threading.Tasks.TaskCanceledException")]
    [InlineData("aggregate", "System.AggregateException")]
    [InlineData("null reference", "System.NullReferenceException")]
    [InlineData("out of memory", "System.InsufficientMemoryException")]
    [InlineData("step failed", "Optimizer.Workflows.StepFailedException")]
    [InlineData("synchronous", "System.TimeoutException")]
    public async Task Call_ExceptionOfEveryKind_IsAFailureAndNothingElse(string kind, string type)
    {
        var ended = await RunAsync(Failing().Add(Play, async (context, _) =>
            (await Assert.ThrowsAsync<StepFailedException>(() => context.CallAsync(Fail, kind))).Failure.Type), Play, None.Value);

        Assert.Equal(type, Output<string>(ended));
    }

    [Theory, Trait("Behaviour", "47")]
    [InlineData("message throws")]
    [InlineData("data throws")]
    [InlineData("very deep")]
    [InlineData("lone surrogate")]
    public async Task Call_ExceptionThatIsItselfFaulty_IsAFailureAndTheEngineGoesOn(string kind)
    {
        var ended = await RunAsync(Failing().Add(Play, async (context, _) => await context.CallAsync(Fail, kind)), Play, None.Value);

        Assert.Equal(RunState.Failed, ended.State);
        await StartAsync(Play, "next", None.Value);
        Assert.Equal(RunState.Failed, (await EndAsync("next")).State);
    }

    [Fact, Trait("Behaviour", "53")]
    public async Task Call_UnknownActivity_FailsAtOnceAndIsNotRetried()
    {
        var ended = await RunAsync(Failing().Add(Play, async (context, _) =>
        {
            var before = context.UtcNow;
            var caught = await Assert.ThrowsAsync<StepFailedException>(
                () => context.CallAsync(new Activity<string, string>("nobody"), "", new RetrySchedule(10, TimeSpan.FromHours(1))));
            return $"{caught.Failure.Type} {caught.Failure.CanRetry} {caught.Failure.Message.Contains("nobody", StringComparison.Ordinal)}";
        }), Play, None.Value);

        Assert.Equal($"{FailureTypes.UnknownActivity} False True", Output<string>(ended));
    }

    [Fact, Trait("Behaviour", "53")]
    public async Task Start_UnknownWorkflowOrVersion_IsRefusedAndNothingWritten()
    {
        await OpenAsync(Failing().Add(Play, (_, _) => Task.FromResult("")));

        Assert.Equal(StartAnswer.UnknownWorkflow, await Client.StartAsync(new Workflow<None, None>("nobody"), "one", None.Value));
        Assert.Equal(StartAnswer.UnknownWorkflow, await Client.StartAsync(Play, "one", None.Value, new() { Version = 9 }));
        Assert.Null(await Client.StatusAsync("one"));
    }

    [Fact, Trait("Behaviour", "53")]
    public async Task Run_UnknownWorkflow_FailsAtOnceAndIsNotRetried()
    {
        var ended = await RunAsync(Failing().Add(Play, async (context, _) => (await Assert.ThrowsAsync<StepFailedException>(
            () => context.RunAsync(new Workflow<None, None>("nobody"), "child", None.Value, new RetrySchedule(10, TimeSpan.FromHours(1))))).Failure.Type), Play, None.Value);

        Assert.Equal(FailureTypes.UnknownWorkflow, Output<string>(ended));
        Assert.Null(await Client.StatusAsync("child"));
    }

    [Fact, Trait("Behaviour", "53"), Trait("Behaviour", "54")]
    public async Task Engine_AfterEveryBadRequest_StillRunsGoodOnes()
    {
        await OpenAsync(Failing()
            .Add(Play, async (context, _) => await context.CallAsync(new Activity<string, string>("nobody"), ""))
            .Add(Count, async (context, number) => await context.CallAsync(AddOne, number)));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => StartAsync(Play, $"bad-{number}", None.Value)));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => StartAsync(Count, $"good-{number}", number)));

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(RunState.Failed, (await EndAsync($"bad-{i}")).State);
            Assert.Equal(i + 1, Output<int>(await EndAsync($"good-{i}")));
        }
    }

    private static WorkflowRegistry Failing() => Registry().Add(Fail, (_, kind) => kind switch
    {
        "synchronous" => throw new TimeoutException("thrown before any task"),
        _ => Task.FromException<string>(Exceptions.Thrown(kind)),
    });

    private static class Exceptions
    {
        public static Exception Thrown(string kind)
        {
            try
            {
                throw Of(kind);
            }
            catch (Exception exception) when (exception is not NotSupportedException)
            {
                return exception;
            }
        }

        [SuppressMessage("Usage", "CA2201", Justification = "a handler may throw any of these")]
        private static Exception Of(string kind) => kind switch
        {
            "chain" => new InvalidOperationException("outer", Caught(new ArgumentException("middle", new FormatException("inner")))),
            "details" => new InvalidOperationException("over the limit") { Data = { ["account"] = "a-17", ["limit"] = 2.5, [17] = "not a text key" } },
            "cancelled" => new OperationCanceledException("gave up"),
            "task cancelled" => new TaskCanceledException("gave up"),
            "aggregate" => new AggregateException("several", new FormatException("first"), new TimeoutException("second")),
            "null reference" => new NullReferenceException("nothing there"),
            "out of memory" => new InsufficientMemoryException("too much"),
            "step failed" => new StepFailedException("elsewhere", new Failure("X", "from another system")),
            "message throws" => new FaultyException(),
            "data throws" => new InvalidOperationException("odd data") { Data = { ["odd"] = new FaultyText() } },
            "very deep" => Enumerable.Range(0, 5000).Aggregate(new FormatException("bottom"), (inner, depth) => new FormatException($"depth {depth}", inner)),
            "lone surrogate" => new FormatException("half \uD83D of a pair"),
            _ => throw new NotSupportedException(kind),
        };

        private static ArgumentException Caught(ArgumentException exception)
        {
            try
            {
                throw exception;
            }
            catch (ArgumentException caught)
            {
                return caught;
            }
        }
    }

    private sealed class FaultyException : Exception
    {
        public override string Message => throw new InvalidOperationException("no message for you");
    }

    private sealed class FaultyText
    {
        public override string ToString() => throw new InvalidOperationException("no text for you");
    }
}
