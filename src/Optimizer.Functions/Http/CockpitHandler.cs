using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;
using Optimizer.Functions.Durable;

namespace Optimizer.Functions.Http;

/// <summary>Hands a request of any HTTP trigger to the Cockpit, with the engine that came with it.</summary>
internal sealed class CockpitHandler(CockpitApplication cockpit)
{
    /// <returns>Nothing: the answer is written already.</returns>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, DurableTaskClient client)
    {
        CurrentClient.Value = client;
        await cockpit.AnswerAsync(request.HttpContext);
        return new EmptyResult();
    }
}
