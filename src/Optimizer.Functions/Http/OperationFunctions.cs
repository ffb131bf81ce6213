using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Optimizer.Functions.Http;

/// <summary>Orders to the whole loop, and who may give them.</summary>
internal sealed class OperationFunctions(CockpitHandler cockpit)
{
    [Function("Freeze")]
    public Task<IActionResult> FreezeAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/freeze")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Unfreeze")]
    public Task<IActionResult> UnfreezeAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/unfreeze")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Policy")]
    public Task<IActionResult> PolicyAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/policy/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Tokens")]
    public Task<IActionResult> TokensAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/tokens/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Me")]
    public Task<IActionResult> MeAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/me")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);
}
