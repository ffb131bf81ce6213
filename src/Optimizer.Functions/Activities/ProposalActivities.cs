using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Optimizer.Workflows;

namespace Optimizer.Functions.Activities;

/// <summary>Activities of proposals, as functions.</summary>
internal sealed class ProposalActivities(ActivityRunner runner)
{
    [Function(ActivityNames.ProposalCarryOut)]
    public Task<JsonElement> CarryOutAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ProposalCarryOut, call, client, context);

    [Function(ActivityNames.ProposalRule)]
    public Task<JsonElement> RuleAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ProposalRule, call, client, context);
}
