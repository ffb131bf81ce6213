using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Optimizer.Functions.Http;

/// <summary>What sites and apps ask and tell.</summary>
internal sealed class AttributionFunctions(CockpitHandler cockpit)
{
    [Function("Assignments")]
    public Task<IActionResult> AssignmentsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/assignments")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Events")]
    public Task<IActionResult> EventsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/events")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Ledger")]
    public Task<IActionResult> LedgerAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/ledger")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Settings")]
    public Task<IActionResult> SettingsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/settings/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);
}
