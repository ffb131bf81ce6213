using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Backtests;

/// <summary>What the loop would have done, before it may act.</summary>
internal static class BacktestsRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPage<BacktestsPage, BacktestsModel>("/backtests", Role.Viewer, async (context, _) =>
        await context.RequestServices.GetRequiredService<BacktestsReader>().ReadAsync(
            int.TryParse(context.Request.Query["skip"], NumberStyles.None, CultureInfo.InvariantCulture, out var skip) ? Math.Min(skip, 1_000_000) : 0, context.RequestAborted));
}
