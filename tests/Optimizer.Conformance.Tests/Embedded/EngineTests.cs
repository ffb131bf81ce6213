using System.Diagnostics;
using Optimizer.Embedded;
using Optimizer.Embedded.Storage;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Conformance.Tests.Embedded;

/// <summary>What tests of the embedded engine share: a file, a virtual clock, an engine that can be closed, killed and opened again.</summary>
public abstract class EngineTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly EngineFolder _folder = new();
    private EmbeddedEngine? _engine;

    protected static DateTimeOffset Start { get; } = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    protected VirtualClock Clock { get; } = new(Start);

    protected string File => _folder.File;

    protected EmbeddedEngine Engine => _engine ?? throw new InvalidOperationException("the engine is not open");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await CloseAsync();
        _folder.Delete();
    }

    /// <summary>Opens the engine on the test's file; the one before it is closed first.</summary>
    protected Task OpenAsync(WorkflowRegistry registry, EngineOptions? options = null, TimeProvider? clock = null, IServiceProvider? services = null) =>
        OpenAsync(registry, options, clock, services, store => store);

    /// <summary>As a death of the process leaves it: nothing is written any more, whatever the engine still tries.</summary>
    protected async Task KillAsync()
    {
        if (Interlocked.Exchange(ref _engine, null) is { } engine)
        {
            await engine.AbandonAsync();
        }
    }

    protected async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _engine, null) is { } engine)
        {
            await engine.DisposeAsync();
        }
    }

    /// <summary>Moves the clock to this long after the start, with everything that is due on the way.</summary>
    protected Task RunAsync(TimeSpan sinceStart) => Engine.RunUntilAsync(Start + sinceStart);

    protected async Task StartAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, string id, TIn input, StartOptions? options = null) =>
        Assert.Equal(StartAnswer.Started, await Engine.StartAsync(workflow, id, input, options));

    protected async Task SignalAsync<T>(string id, Signal<T> signal, T payload) =>
        Assert.Equal(SignalAnswer.Accepted, await Engine.SignalAsync(id, signal, payload));

    protected async Task<InstanceStatus> EndAsync(string id)
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return Assert.IsType<InstanceStatus>(await Engine.CompletionAsync(id, limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new InvalidOperationException($"'{id}' did not end: {await Engine.StatusAsync(id)}");
        }
    }

    protected Task<InstanceStatus> ParkedAsync(string id) => UntilAsync(id, status => status.State == RunState.Parked);

    protected Task<InstanceStatus> UntilStatusAsync(string id, string text) =>
        UntilAsync(id, status => status.Status is { } payload && payload == Payload.Of(text));

    protected async Task<InstanceStatus> UntilAsync(string id, Func<InstanceStatus, bool> condition)
    {
        InstanceStatus? status = null;
        await UntilAsync(async () => (status = await Engine.StatusAsync(id)) is not null && condition(status), () => $"'{id}' is {status}");
        return status!;
    }

    protected static async Task UntilAsync(Func<Task<bool>> condition, Func<string> state)
    {
        for (var watch = Stopwatch.StartNew(); !await condition();)
        {
            Assert.True(watch.Elapsed < Limit, $"it never came to it: {state()}");
            await Task.Delay(2);
        }
    }

    protected static T Output<T>(InstanceStatus status)
    {
        Assert.True(status.State == RunState.Completed, $"'{status.InstanceId}' is {status.State}: {status.Failure}");
        return status.Output!.Value.Read<T>();
    }

    internal async Task OpenAsync(
        WorkflowRegistry registry, EngineOptions? options, TimeProvider? clock, IServiceProvider? services, Func<IEngineStore, IEngineStore> wrap)
    {
        await CloseAsync();
        _engine = await EmbeddedEngine.OpenAsync(
            (options ?? new()) with { File = File },
            registry,
            clock ?? Clock,
            services,
            null,
            wrap);
    }
}
