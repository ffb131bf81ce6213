using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Optimizer.Functions.Durable;
using Optimizer.Workflows;
using Optimizer.Workflows.Reports;

namespace Optimizer.Functions.Orchestrations;

/// <summary>The reports' workflows, as orchestrator functions.</summary>
internal sealed class ReportOrchestrations(WorkflowRegistry registry)
{
    [Function(ReportClockWorkflow.Name)]
    public Task<JsonElement?> ClockAsync([OrchestrationTrigger] TaskOrchestrationContext context) => DurableWorkflows.RunAsync(context, registry);

    [Function(WeeklyReportWorkflow.Name)]
    public Task<JsonElement?> WeeklyAsync([OrchestrationTrigger] TaskOrchestrationContext context) => DurableWorkflows.RunAsync(context, registry);

    [Function(WeeklyReportWorkflow.PartName)]
    public Task<JsonElement?> PartAsync([OrchestrationTrigger] TaskOrchestrationContext context) => DurableWorkflows.RunAsync(context, registry);
}
