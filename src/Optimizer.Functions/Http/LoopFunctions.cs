using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Optimizer.Functions.Http;

/// <summary>What runs, and the evidence for it.</summary>
/// <remarks>
/// Anonymous to the platform, here and in every HTTP trigger: the Cockpit checks its own tokens, which have a role, an owner and an end. A
/// function key has none of these and would be one more secret in everybody's hands.
/// </remarks>
internal sealed class LoopFunctions(CockpitHandler cockpit)
{
    [Function("Plays")]
    public Task<IActionResult> PlaysAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/plays/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Experiments")]
    public Task<IActionResult> ExperimentsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/experiments/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Approvals")]
    public Task<IActionResult> ApprovalsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/approvals/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Playbook")]
    public Task<IActionResult> PlaybookAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/playbook")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Proposals")]
    public Task<IActionResult> ProposalsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/proposals/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Decisions")]
    public Task<IActionResult> DecisionsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/decisions/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Reports")]
    public Task<IActionResult> ReportsAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/reports/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Ask")]
    public Task<IActionResult> AskAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/ask")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);

    [Function("Audit")]
    public Task<IActionResult> AuditAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/audit/{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);
}
