using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Api.Operations;

/// <summary>The one switch that stops every change outside.</summary>
internal static class FreezeApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/freeze", FreezeAsync).Demand(Role.Operator).WithTags("Operations")
            .Told("freeze", "From the answer on nothing outside is changed, restoring control included. An earlier freeze stays.")
            .TakesJson<WhyBody>().Produces<FreezeAnswer>().Refuses(400, 413, 415, 422).Once();
        routes.MapPost("/api/unfreeze", UnfreezeAsync).Demand(Role.Admin).WithTags("Operations")
            .Told("unfreeze", "Ends the freeze; plays take up what it kept them from.")
            .TakesJson<WhyBody>().Produces<FreezeAnswer>().Refuses(400, 413, 415, 422).Once();
    }

    private static async Task<IResult> FreezeAsync(HttpContext context, FreezeDesk desk)
    {
        var body = await BodyAsync(context);
        return body.Value is { } said
            ? new JsonAnswer<FreezeAnswer>(new(true, await desk.FreezeAsync(context.Caller().Name, said.Why, context.RequestAborted)))
            : body.Refusal!;
    }

    private static async Task<IResult> UnfreezeAsync(HttpContext context, FreezeDesk desk)
    {
        var body = await BodyAsync(context);
        return body.Value is { } said
            ? new JsonAnswer<FreezeAnswer>(new(false, null, await desk.UnfreezeAsync(context.Caller().Name, said.Why, context.RequestAborted)))
            : body.Refusal!;
    }

    private static async Task<Reading<WhyBody>> BodyAsync(HttpContext context)
    {
        var read = await Body.JsonAsync<WhyBody>(context);
        return read.Value is { } body && FreezeDesk.Fault(body.Why) is { } fault ? fault : read;
    }
}
