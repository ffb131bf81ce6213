using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Optimizer.Functions.Http;

/// <summary>What people open in a browser. Every route that no other function has comes here, also those that are none: the Cockpit says so in its own words.</summary>
internal sealed class PageFunctions(CockpitHandler cockpit)
{
    [Function("Cockpit")]
    public Task<IActionResult> PagesAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*rest}")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        cockpit.AnswerAsync(request, client);
}
