using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Playbook;

/// <summary>What worked, what did harm, and what to try next.</summary>
internal static class PlaybookRoutes
{
    private const int LongestSearch = 200;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage<PlaybookView, PlaybookModel>("/playbook", Role.Viewer, async (context, _) =>
    {
        var query = context.Request.Query;
        var search = query["q"].ToString().Trim();
        return await context.RequestServices.GetRequiredService<PlaybookReader>().ReadAsync(
            search.Length > LongestSearch ? search[..LongestSearch] : search,
            query["kind"].ToString() is "worked" or "blocked" or "nothing" or "broken" ? query["kind"].ToString() : "all",
            int.TryParse(query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? Math.Min(skip, 1_000_000) : 0, context.RequestAborted);
    });
}
