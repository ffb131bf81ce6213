using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Plays;

internal static class PlaysRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage<PlaysPage, PlaysModel>("/plays", Role.Viewer, async (context, _) =>
        await context.RequestServices.GetRequiredService<PlaysReader>().ReadAsync(PlaysFilter.Of(context.Request.Query), context.RequestAborted));
}
