using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.CommandCenter;

/// <summary>The start page.</summary>
internal static class CommandCenterRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage<CommandCenterPage, CommandCenterModel>(
        "/", Role.Viewer, (context, visitor) => context.RequestServices.GetRequiredService<CommandCenterReader>().ReadAsync(visitor, context.RequestAborted));
}
