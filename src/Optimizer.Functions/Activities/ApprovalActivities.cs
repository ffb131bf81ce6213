using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Optimizer.Workflows;

namespace Optimizer.Functions.Activities;

/// <summary>Activities of approvals, as functions.</summary>
internal sealed class ApprovalActivities(ActivityRunner runner)
{
    [Function(ActivityNames.ApprovalOpen)]
    public Task<JsonElement> OpenApprovalAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ApprovalOpen, call, client, context);

    [Function(ActivityNames.ApprovalCancel)]
    public Task<JsonElement> CancelApprovalAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ApprovalCancel, call, client, context);

    [Function(ActivityNames.ApprovalTell)]
    public Task<JsonElement> TellAskerAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ApprovalTell, call, client, context);
}
