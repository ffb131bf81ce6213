using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Optimizer.Functions.Durable;
using Optimizer.Workflows;

namespace Optimizer.Functions.Activities;

/// <summary>What every activity function does: its activity, with the client of its own invocation.</summary>
internal sealed class ActivityRunner(WorkflowRegistry registry)
{
    public Task<JsonElement> RunAsync(string name, JsonElement call, DurableTaskClient client, FunctionContext context)
    {
        CurrentClient.Value = client;
        return DurableActivities.RunAsync(name, call, registry, context.InstanceServices, context.CancellationToken);
    }
}
