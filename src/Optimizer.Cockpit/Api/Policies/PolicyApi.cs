using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Api.Policies;

/// <summary>Routes of the policy.</summary>
internal static class PolicyApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/policy", (HttpContext context, PolicyDesk desk) => desk.GetAsync(context)).Demand(Role.Viewer).WithTags("Policy")
            .Told("getPolicy", "The policy in force; with Accept: application/yaml its text alone.").Produces<PolicyAnswer>(200, "application/json", "application/yaml");
        routes.MapPut("/api/policy", (HttpContext context, PolicyDesk desk) => desk.PutAsync(context)).Demand(Role.Admin).WithTags("Policy")
            .Told("putPolicy", "Puts a policy in force from the next tick of each play. One that allows more is only proposed (202) until a second person sends the same.")
            .TakesText(PlayDefinitions.Types).Matches(isRequired: true).WithMetadata(new BodyLimit(PolicyDesk.MostBytes))
            .Produces<PolicyAnswer>().Produces<PolicyAnswer>(202).Refuses(400, 412, 413, 415, 422, 428);
    }
}
