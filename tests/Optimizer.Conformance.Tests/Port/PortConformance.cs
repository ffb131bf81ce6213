using System.Diagnostics;
using Optimizer.Workflows;
using Optimizer.Workflows.Instances;

namespace Optimizer.Conformance.Tests.Port;

/// <summary>
/// What every topic of the suite shares. A topic waits for ends and conditions, with a generous limit, and never for a time;
/// states that an engine reaches in its own time are waited for, too.
/// </summary>
public abstract class PortConformance<THosting> : IAsyncLifetime
    where THosting : IWorkflowHosting, new()
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private IWorkflowHost? _host;

    protected IWorkflowHost Host => _host ?? throw new InvalidOperationException("the test has not opened its host");

    protected IWorkflowClient Client => Host.Client;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    /// <summary>Starts the engine with the code of the test.</summary>
    protected async Task OpenAsync(WorkflowRegistry registry) => _host = await new THosting().StartAsync(registry);

    /// <summary>Starts an instance that must be new.</summary>
    protected async Task StartAsync<TIn, TOut>(Workflow<TIn, TOut> workflow, string id, TIn input, StartOptions? options = null) =>
        Assert.Equal(StartAnswer.Started, await Client.StartAsync(workflow, id, input, options));

    /// <summary>Opens the engine, starts one instance of id "one" and waits for its end.</summary>
    protected async Task<InstanceStatus> RunAsync<TIn, TOut>(
        WorkflowRegistry registry, Workflow<TIn, TOut> workflow, TIn input, TimeSpan passing = default)
    {
        await OpenAsync(registry);
        await StartAsync(workflow, "one", input);
        return await EndAsync("one", passing);
    }

    /// <summary>Waits for the end of an instance that needs this much time; a real clock passes it by itself.</summary>
    protected async Task<InstanceStatus> EndAsync(string id, TimeSpan passing = default)
    {
        if (Host.HasVirtualTime && passing > TimeSpan.Zero)
        {
            await Host.PassTimeAsync(passing);
        }

        using var limit = new CancellationTokenSource(Limit);
        try
        {
            return Assert.IsType<InstanceStatus>(await Client.CompletionAsync(id, limit.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new InvalidOperationException($"'{id}' did not end: {await Client.StatusAsync(id)}");
        }
    }

    /// <summary>Waits until an instance shows what is asked for.</summary>
    protected async Task<InstanceStatus> UntilAsync(string id, Func<InstanceStatus, bool> condition)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            var status = await Client.StatusAsync(id);
            if (status is not null && condition(status))
            {
                return status;
            }

            Assert.True(watch.Elapsed < Limit, $"'{id}' never came to it: {status}");
            await Task.Delay(2);
        }
    }

    /// <summary>Waits until a workflow has set this status; set before a wait, it says that the wait has begun.</summary>
    protected Task<InstanceStatus> UntilStatusAsync(string id, string text) =>
        UntilAsync(id, status => status.Status is { } payload && payload.ToString() == Payload.Of(text).ToString());

    /// <summary>Sends a signal that must be accepted.</summary>
    protected async Task SignalAsync<T>(string id, Signal<T> signal, T payload) =>
        Assert.Equal(SignalAnswer.Accepted, await Client.SignalAsync(id, signal, payload));

    /// <summary>The output of an instance that must have completed.</summary>
    protected static T Output<T>(InstanceStatus status)
    {
        Assert.True(status.State == RunState.Completed, $"'{status.InstanceId}' is {status.State}: {status.Failure}");
        Assert.NotNull(status.Output);
        return status.Output.Value.Read<T>();
    }
}
