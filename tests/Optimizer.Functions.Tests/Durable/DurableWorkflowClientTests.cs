using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Moq;
using Optimizer.Functions.Durable;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Functions.Tests.Durable;

/// <summary>What the client makes of what Durable Task answers.</summary>
public class DurableWorkflowClientTests
{
    private static readonly Workflow<int, int> Count = new("count");
    private static readonly Signal<int> Number = new("number");

    private readonly Mock<DurableTaskClient> _durable = new(MockBehavior.Strict, "test");
    private readonly MemorySignalKeys _keys = new();
    private readonly DurableWorkflowClient _client;

    public DurableWorkflowClientTests()
    {
        var registry = new WorkflowRegistry().Add(Count, (_, number) => Task.FromResult(number));
        _client = new(() => _durable.Object, () => registry, _keys, TimeProvider.System);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending, StartAnswer.AlreadyRunning)]
    [InlineData(OrchestrationRuntimeStatus.Running, StartAnswer.AlreadyRunning)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, StartAnswer.AlreadyRunning)]
    [InlineData(OrchestrationRuntimeStatus.Completed, StartAnswer.AlreadyFinished)]
    [InlineData(OrchestrationRuntimeStatus.Failed, StartAnswer.AlreadyFinished)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, StartAnswer.AlreadyFinished)]
    public async Task Start_IdThatIsTaken_SaysHowItStandsWhicheverWayThatIsTold(OrchestrationRuntimeStatus status, StartAnswer expected)
    {
        Found(status);

        Schedules().ThrowsAsync(new OrchestrationAlreadyExistsException("there"));
        Assert.Equal(expected, await _client.StartAsync(Count, "one", 1));
        Schedules().ThrowsAsync(new RpcException(new Status(StatusCode.AlreadyExists, "there")));
        Assert.Equal(expected, await _client.StartAsync(Count, "one", 1));
    }

    [Theory]
    [InlineData(Reuse.Never, 7)]
    [InlineData(Reuse.WhenFinished, 3)]
    public async Task Start_AnyReuse_SaysWhatMayNotBeReplaced(Reuse reuse, int statuses)
    {
        Found(null);
        StartOrchestrationOptions? said = null;
        Schedules().Callback((TaskName _, object? _, StartOrchestrationOptions? options, CancellationToken _) => said = options).ReturnsAsync("one");

        Assert.Equal(StartAnswer.Started, await _client.StartAsync(Count, "one", 1, new() { Reuse = reuse }));

        Assert.Equal("one", said!.InstanceId);
        Assert.Equal(statuses, said.DedupeStatuses!.Distinct().Count());
        Assert.Superset(new HashSet<string> { "Pending", "Running", "Suspended" }, said.DedupeStatuses!.ToHashSet());
    }

    [Fact]
    public async Task Start_PurgedBetweenRefusalAndLook_StartsAfterAll()
    {
        Found(null);
        _durable.SetupSequence(Schedule()).ThrowsAsync(new OrchestrationAlreadyExistsException("there")).ReturnsAsync("one");

        Assert.Equal(StartAnswer.Started, await _client.StartAsync(Count, "one", 1));
    }

    [Fact]
    public async Task Start_LetThroughBesideAnother_SaysThatItIsTheOthers()
    {
        Found(OrchestrationRuntimeStatus.Running);
        Schedules().ReturnsAsync("one");

        Assert.Equal(StartAnswer.AlreadyRunning, await _client.StartAsync(Count, "one", 1));
    }

    [Fact]
    public async Task Requests_InstanceThatIsNotThere_SayNotFoundAndSendNothing()
    {
        Found(null);

        Assert.Null(await _client.StatusAsync("one"));
        Assert.Null(await _client.CompletionAsync("one"));
        Assert.Equal(SignalAnswer.NotFound, await _client.SignalAsync("one", Number, 1));
        Assert.Equal(ControlAnswer.NotFound, await _client.SuspendAsync("one", "why"));
        Assert.Equal(ControlAnswer.NotFound, await _client.ResumeAsync("one"));
        Assert.Equal(ControlAnswer.NotFound, await _client.TerminateAsync("one", "why"));
        Assert.Equal(ControlAnswer.NotFound, await _client.PurgeAsync("one"));
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task Requests_FinishedInstance_SaySoAndSendNothing(OrchestrationRuntimeStatus status)
    {
        Found(status);

        Assert.Equal(SignalAnswer.AlreadyFinished, await _client.SignalAsync("one", Number, 1));
        Assert.Equal(ControlAnswer.AlreadyFinished, await _client.SuspendAsync("one", "why"));
        Assert.Equal(ControlAnswer.AlreadyFinished, await _client.ResumeAsync("one"));
        Assert.Equal(ControlAnswer.AlreadyFinished, await _client.TerminateAsync("one", "why"));
    }

    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.DeadlineExceeded)]
    [InlineData(StatusCode.ResourceExhausted)]
    [InlineData(StatusCode.Unknown)]
    public async Task Requests_HostThatDoesNotAnswer_AreNotTaken(StatusCode code)
    {
        var outage = new RpcException(new Status(code, "storage is out"));
        Looks().ThrowsAsync(outage);
        Schedules().ThrowsAsync(outage);

        await Assert.ThrowsAsync<EngineUnavailableException>(() => _client.StartAsync(Count, "one", 1));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => _client.SignalAsync("one", Number, 1));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => _client.StatusAsync("one"));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => _client.TerminateAsync("one", "why"));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => _client.PurgeAsync("one"));
    }

    [Fact]
    public async Task Signal_EventThatCannotBeRaised_IsNotNotedAsSent()
    {
        Found(OrchestrationRuntimeStatus.Running);
        _durable.SetupSequence(client => client.RaiseEventAsync("one", Number.Name, It.IsAny<object?>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new RpcException(new Status(StatusCode.Unavailable, "storage is out"))).Returns(Task.CompletedTask);

        await Assert.ThrowsAsync<EngineUnavailableException>(() => _client.SignalAsync("one", Number, 1, "key"));
        Assert.Equal(SignalAnswer.Accepted, await _client.SignalAsync("one", Number, 1, "key"));
        Assert.Equal(SignalAnswer.Duplicate, await _client.SignalAsync("one", Number, 1, "key"));
    }

    [Fact]
    public async Task Status_FailureOfCode_ComesWithAllOfItFromDetailsAndFromOutput()
    {
        var failure = new Failure("x.y", "no more budget", "at z", new("cause", "beneath"), new Dictionary<string, string> { ["limit"] = "2.5" }, CanRetry: false);
        var message = new InstanceFailedException(failure).Message;
        Assert.StartsWith("no more budget\n", message, StringComparison.Ordinal);

        FoundFailed(new("type", message, null, null, null), null);
        Assert.Equivalent(failure, (await _client.StatusAsync("one"))!.Failure, strict: true);
        FoundFailed(null, $"type: {message}");
        Assert.Equivalent(failure, (await _client.StatusAsync("one"))!.Failure, strict: true);
    }

    [Fact]
    public async Task Status_FailureThatDurableTaskFound_IsShownAsItSaysIt()
    {
        FoundFailed(new("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException", "it scheduled another", null, null, null), null);

        var status = (await _client.StatusAsync("one"))!;

        Assert.Equal(RunState.Failed, status.State);
        Assert.Equal("it scheduled another", status.Failure!.Message);
    }

    private Moq.Language.Flow.ISetup<DurableTaskClient, Task<string>> Schedules() => _durable.Setup(Schedule());

    private static System.Linq.Expressions.Expression<Func<DurableTaskClient, Task<string>>> Schedule() => client =>
        client.ScheduleNewOrchestrationInstanceAsync(
            It.IsAny<TaskName>(), It.IsAny<object?>(), It.IsAny<StartOrchestrationOptions?>(), It.IsAny<CancellationToken>());

    private Moq.Language.Flow.ISetup<DurableTaskClient, Task<OrchestrationMetadata?>> Looks() =>
        _durable.Setup(client => client.GetInstanceAsync("one", It.IsAny<bool>(), It.IsAny<CancellationToken>()));

    private void Found(OrchestrationRuntimeStatus? status) =>
        Looks().ReturnsAsync(status is { } known ? new OrchestrationMetadata("count", "one") { RuntimeStatus = known } : null);

    private void FoundFailed(TaskFailureDetails? details, string? output) => Looks().ReturnsAsync(new OrchestrationMetadata("count", "one")
    {
        FailureDetails = details, RuntimeStatus = OrchestrationRuntimeStatus.Failed, SerializedOutput = output,
    });
}
