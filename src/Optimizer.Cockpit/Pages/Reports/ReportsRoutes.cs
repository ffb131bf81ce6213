using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Reports;

/// <summary>Briefs, cards and play logs, as the loop wrote them.</summary>
internal static class ReportsRoutes
{
    private const int LongestSearch = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<ReportsPage, ReportsModel>("/reports", Role.Viewer, async (context, _) =>
            await context.RequestServices.GetRequiredService<ReportsReader>().ListAsync(context.Request.Query["week"], context.RequestAborted));
        routes.MapPage<ReportPage, ReportModel>("/reports/{**path}", Role.Viewer, (context, _) =>
        {
            var search = context.Request.Query["q"].ToString().Trim();
            return context.RequestServices.GetRequiredService<ReportsReader>().FindAsync(
                context.Request.RouteValues["path"] as string ?? "", search.Length > LongestSearch ? search[..LongestSearch] : search,
                context.Request.Query["after"] is [{ Length: > 0 } after] ? after : null, context.RequestAborted);
        });
    }
}
