namespace Optimizer.Workflows;

/// <summary>One version of a workflow's code, from JSON to JSON.</summary>
/// <param name="Name">Its registered name.</param>
/// <param name="Version">From 1.</param>
/// <param name="RunAsync">Runs it; throws what the code throws, and JSON exceptions for payloads that do not fit.</param>
public sealed record WorkflowCode(string Name, int Version, Func<IWorkflowContext, Payload, Task<Payload>> RunAsync)
{
    internal static WorkflowCode Of<TIn, TOut>(Workflow<TIn, TOut> workflow, Func<IWorkflowContext, TIn, Task<TOut>> run, int version) =>
        new(workflow.Name, version, async (context, input) => Payload.Write(
            await run(context, input.ReadAs<TIn>("the input of workflow", workflow.Name)), "the output of workflow", workflow.Name));
}
