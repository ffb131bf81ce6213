using System.Text.Json;
using Microsoft.DurableTask;
using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>Runs workflows as children of another.</summary>
/// <remarks>
/// Durable Task starts a child over whatever lives under its id. So an activity looks first whether the id is free. Whoever starts an
/// instance of that id between the look and the start is not seen: ids of children are the parent's own. And an instance of Durable Task
/// ends, or continues as new, only when every child that it started has ended: the port's child that outlives its parent does so here too,
/// but its parent is shown as running until then.
/// </remarks>
internal sealed class ChildSteps(
    TaskOrchestrationContext context, WorkflowRegistry registry, RunEnvelope run, Func<string, CallEnvelope, Task<CallAnswer>> call)
{
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);

    public async Task<CallAnswer> RunAsync(string name, string childId, JsonElement input, string key, DateTimeOffset now)
    {
        if (registry.Newest(name) is not { } code)
        {
            return Failed(FailureTypes.UnknownWorkflow, $"no workflow named '{name}' is registered", canRetry: false);
        }

        var look = Envelopes.Json(Payload.Of(new ChildId(childId, _ended.Contains(childId))));
        var free = await call(ChildIdActivity.Handle.Name, new(context.InstanceId, key, 1, look));
        if (free.Failure is not null)
        {
            return free;
        }

        if (!Envelopes.PayloadOf(free.Output).Read<bool>())
        {
            return Failed(FailureTypes.InstanceExists, $"an instance '{childId}' is already there and not finished");
        }

        var child = new RunEnvelope
        {
            Generation = 1, Version = code.Version, Created = now, Input = input, Parent = context.InstanceId, Trace = run.Trace,
        };

        // The tag is for people who look at the task hub.
        var options = new SubOrchestrationOptions(new TaskOptions(tags: new Dictionary<string, string> { ["parent"] = context.InstanceId }), childId);
        try
        {
            var output = await context.CallSubOrchestratorAsync<JsonElement?>(code.Name, Envelopes.Of(child), options);
            return new(output ?? Envelopes.Null);
        }
        catch (TaskFailedException fault)
        {
            // One that was terminated left no details.
            return fault.FailureDetails is { } details
                ? new(null, InstanceFailedException.Of(details))
                : Failed(FailureTypes.Terminated, $"'{childId}' was terminated");
        }
        finally
        {
            _ended.Add(childId);
        }
    }

    private static CallAnswer Failed(string type, string message, bool canRetry = true) => new(null, new(type, message, CanRetry: canRetry));
}
