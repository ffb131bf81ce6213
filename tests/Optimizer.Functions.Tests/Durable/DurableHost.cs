using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Conformance.Tests.Port;
using Optimizer.Functions.Durable;
using Optimizer.Workflows;

namespace Optimizer.Functions.Tests.Durable;

/// <summary>The engine on the in-process host of Durable Task: its real worker, client and core, with a store in memory.</summary>
internal sealed class DurableHost : IWorkflowHost
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    private readonly CancellationTokenSource _stopping = new();
    private readonly MemorySignalKeys _keys = new();
    private DurableTaskTestHost? _host;
    private WorkflowRegistry _registry;

    private DurableHost(WorkflowRegistry registry)
    {
        _registry = registry;
        Client = new DurableWorkflowClient(() => Host.Client, () => _registry, _keys, TimeProvider.System);
    }

    public IWorkflowClient Client { get; }

    public bool HasVirtualTime => false;

    public DateTimeOffset UtcNow => TimeProvider.System.GetUtcNow();

    private DurableTaskTestHost Host => _host ?? throw new InvalidOperationException("the host has not started");

    public static async Task<DurableHost> StartAsync(WorkflowRegistry registry)
    {
        var host = new DurableHost(registry);
        DurableWorkflows.Complete(registry, () => host.Client, TimeProvider.System);
        host._host = await DurableTaskTestHost.StartAsync(host.Register, new() { Port = FreePort() });
        return host;
    }

    public Task PassTimeAsync(TimeSpan time) => Task.Delay(time);

    /// <summary>Every episode replays the whole history, so the next one of each instance meets the new code.</summary>
    public Task DeployAsync(WorkflowRegistry registry)
    {
        DurableWorkflows.Complete(registry, () => Client, TimeProvider.System);
        _registry = registry;
        return Task.CompletedTask;
    }

    /// <summary>As if no sender had noted any.</summary>
    public void ForgetKeys() => _keys.Clear();

    /// <summary>Raises what is no signal, as anybody with access to the task hub can.</summary>
    public Task RaiseAsync(string instanceId, string name, object? payload) => Host.Client.RaiseEventAsync(instanceId, name, payload);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Host.DisposeAsync();
        _stopping.Dispose();
    }

    private void Register(DurableTaskRegistry tasks)
    {
        foreach (var name in _registry.Workflows.Select(workflow => workflow.Name).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            tasks.AddOrchestratorFunc<JsonElement, JsonElement?>(name, (context, _) => DurableWorkflows.RunAsync(context, _registry));
        }

        foreach (var activity in _registry.Activities)
        {
            tasks.AddActivityFunc<JsonElement, JsonElement>(
                activity.Name, (_, input) => DurableActivities.RunAsync(activity.Name, input, _registry, NoServices, _stopping.Token));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
