using System.Text.Json;
using Microsoft.DurableTask;
using Optimizer.Workflows;

namespace Optimizer.Functions.Durable;

/// <summary>Runs a workflow's code as an orchestration: all that an orchestrator function does.</summary>
internal static class DurableWorkflows
{
    /// <summary>Adds what the engine itself needs; once, after everything else.</summary>
    public static WorkflowRegistry Complete(WorkflowRegistry registry, Func<IWorkflowClient> client, TimeProvider clock) =>
        registry.Add(ChildIdActivity.Handle, new ChildIdActivity(client, clock).RunAsync);

    /// <summary>Runs one generation, from the input envelope to the output.</summary>
    /// <exception cref="InstanceFailedException">The code failed: so Durable Task ends the instance as failed.</exception>
    public static async Task<JsonElement?> RunAsync(TaskOrchestrationContext context, WorkflowRegistry registry)
    {
        var run = Envelopes.Read<RunEnvelope>(context.GetInput<JsonElement>());
        var workflow = new DurableWorkflowContext(context, registry, run);
        Payload output;
        try
        {
            await workflow.BeginAsync();
            output = registry.Find(context.Name, run.Version) is { } code
                ? Limits.Check(await code.RunAsync(workflow, Envelopes.PayloadOf(run.Input)), "the output of workflow", context.Name)
                : throw new InstanceFailedException(new(FailureTypes.UnknownWorkflow, $"version {run.Version} of '{context.Name}' is not registered"));
        }
        catch (Exception fault) when (fault is not InstanceFailedException)
        {
            throw new InstanceFailedException(Failure.Of(fault));
        }
        finally
        {
            workflow.End();
        }

        if (workflow.Next is not { } next)
        {
            return Envelopes.Json(output);
        }

        context.ContinueAsNew(Envelopes.Of(workflow.Continued(next)), preserveUnprocessedEvents: true);
        return null;
    }
}
