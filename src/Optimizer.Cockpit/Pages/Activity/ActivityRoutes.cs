using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Activity;

/// <summary>What happened, and why.</summary>
internal static class ActivityRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<ActivityPage, ActivityModel>("/activity", Role.Viewer, async (context, _) => await Reader(context).ListAsync(context));
        routes.MapPage<RecordPage, RecordModel>("/activity/{id}", Role.Viewer, (context, _) => Reader(context).RecordAsync(IdOf(context), context.RequestAborted));
        routes.MapPage<RecordPage, RecordModel>("/decisions/{id}", Role.Viewer, (context, _) => Reader(context).DecisionAsync(IdOf(context), context.RequestAborted));
    }

    private static ActivityReader Reader(HttpContext context) => context.RequestServices.GetRequiredService<ActivityReader>();

    private static string IdOf(HttpContext context) => (string)context.GetRouteValue("id")!;
}
