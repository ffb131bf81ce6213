using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Optimizer.Functions.Http;

/// <summary>What needs no token of ours: health, the description of the API, and links and presses of buttons that carry their own proof.</summary>
internal sealed class PublicFunctions(CockpitHandler cockpit)
{
    [Function("Health")]
    public Task<IActionResult> HealthAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "health/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("OpenApi")]
    public Task<IActionResult> OpenApiAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "openapi/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Slack")]
    public Task<IActionResult> SlackAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/slack/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Links")]
    public Task<IActionResult> LinksAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);
}
