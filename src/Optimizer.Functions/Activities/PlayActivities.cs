using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Optimizer.Workflows;

namespace Optimizer.Functions.Activities;

/// <summary>Activities of plays, as functions.</summary>
internal sealed class PlayActivities(ActivityRunner runner)
{
    [Function(ActivityNames.PlayTick)]
    public Task<JsonElement> TickAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.PlayTick, call, client, context);

    [Function(ActivityNames.PlayDiagnose)]
    public Task<JsonElement> DiagnoseAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.PlayDiagnose, call, client, context);

    [Function(ActivityNames.PlayRule)]
    public Task<JsonElement> RuleAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.PlayRule, call, client, context);

    [Function(ActivityNames.PlayLaunch)]
    public Task<JsonElement> LaunchAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.PlayLaunch, call, client, context);

    [Function(ActivityNames.PlayStopExperiment)]
    public Task<JsonElement> StopExperimentAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.PlayStopExperiment, call, client, context);

    [Function(ActivityNames.Record)]
    public Task<JsonElement> RecordAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.Record, call, client, context);

    [Function(ActivityNames.PlayConclude)]
    public Task<JsonElement> ConcludeAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.PlayConclude, call, client, context);
}
