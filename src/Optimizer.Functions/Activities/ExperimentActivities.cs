using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Optimizer.Workflows;

namespace Optimizer.Functions.Activities;

/// <summary>Activities of experiments, as functions.</summary>
internal sealed class ExperimentActivities(ActivityRunner runner)
{
    [Function(ActivityNames.ExperimentPrepare)]
    public Task<JsonElement> PrepareAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ExperimentPrepare, call, client, context);

    [Function(ActivityNames.ExperimentShift)]
    public Task<JsonElement> ShiftAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ExperimentShift, call, client, context);

    [Function(ActivityNames.ExperimentWatch)]
    public Task<JsonElement> WatchAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ExperimentWatch, call, client, context);

    [Function(ActivityNames.ExperimentLook)]
    public Task<JsonElement> LookAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ExperimentLook, call, client, context);

    [Function(ActivityNames.ExperimentRule)]
    public Task<JsonElement> RuleAdoptionAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ExperimentRule, call, client, context);

    [Function(ActivityNames.ExperimentSettle)]
    public Task<JsonElement> SettleAsync([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        runner.RunAsync(ActivityNames.ExperimentSettle, call, client, context);
}
