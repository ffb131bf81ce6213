using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Optimizer.Workflows;

namespace Optimizer.Functions.Activities;

/// <summary>Activities of reports, as functions.</summary>
internal sealed class ReportActivities(ActivityRunner runner)
{
    [Function(ActivityNames.ReportNext)]
    public Task<JsonElement> NextReportAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ReportNext, call, client, context);

    [Function(ActivityNames.ReportPlays)]
    public Task<JsonElement> ReportedPlaysAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ReportPlays, call, client, context);

    [Function(ActivityNames.ReportBrief)]
    public Task<JsonElement> WriteBriefAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ReportBrief, call, client, context);

    [Function(ActivityNames.ReportPortfolio)]
    public Task<JsonElement> WritePortfolioAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ReportPortfolio, call, client, context);

    [Function(ActivityNames.ReportDeliver)]
    public Task<JsonElement> DeliverBriefsAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ReportDeliver, call, client, context);
}
