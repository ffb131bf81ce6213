using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Optimizer.Functions.Durable;

namespace Optimizer.Functions.Activities;

/// <summary>Activities of the engine itself, as functions.</summary>
internal sealed class EngineActivities(ActivityRunner runner)
{
    [Function(ChildIdActivity.Name)]
    public Task<JsonElement> ChildIdAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ChildIdActivity.Name, call, client, context);
}
