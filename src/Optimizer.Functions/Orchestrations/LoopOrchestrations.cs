using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Optimizer.Functions.Durable;
using Optimizer.Workflows;

namespace Optimizer.Functions.Orchestrations;

/// <summary>The loop's workflows, as orchestrator functions.</summary>
internal sealed class LoopOrchestrations(WorkflowRegistry registry)
{
    [Function(LoopNames.PlayName)]
    public Task<JsonElement?> PlayAsync([OrchestrationTrigger] TaskOrchestrationContext context) => DurableWorkflows.RunAsync(context, registry);

    [Function(LoopNames.ExperimentName)]
    public Task<JsonElement?> ExperimentAsync([OrchestrationTrigger] TaskOrchestrationContext context) => DurableWorkflows.RunAsync(context, registry);

    [Function(LoopNames.ApprovalName)]
    public Task<JsonElement?> ApprovalAsync([OrchestrationTrigger] TaskOrchestrationContext context) => DurableWorkflows.RunAsync(context, registry);

    [Function(LoopNames.ProposalName)]
    public Task<JsonElement?> ProposalAsync([OrchestrationTrigger] TaskOrchestrationContext context) => DurableWorkflows.RunAsync(context, registry);
}
