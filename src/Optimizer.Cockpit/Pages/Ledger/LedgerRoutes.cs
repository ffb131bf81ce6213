using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Ledger;

/// <summary>Questions to the attribution ledger. Its events name units, so only operators see them, and it is written down that they did.</summary>
internal static class LedgerRoutes
{
    private const string Home = "/ledger";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<LedgerView, LedgerModel>(Home, Role.Viewer, ReadAsync);
        routes.MapForm($"{Home}/verify", Role.Operator, async (context, _) =>
        {
            var check = await Reader(context).CheckAsync(context.Caller().Name, context.RequestAborted);
            return SaidOnce.Then(context, $"{Home}#check", check switch
            {
                { Problem: { } problem } => $"The ledger was not checked: {problem}.",
                { Faults: null } => "The ledger is being checked; open this page again in a while.",
                { Faults.Count: 0 } => "The ledger is sound.",
                { Faults.Count: var count } => $"The ledger was changed: {count} faults.",
            });
        });
    }

    private static LedgerReader Reader(HttpContext context) => context.RequestServices.GetRequiredService<LedgerReader>();

    private static async Task<LedgerModel?> ReadAsync(HttpContext context, Visitor visitor)
    {
        var (ask, query) = (LedgerAsk.Of(context.Request.Query), context.Request.Query);
        var hasRows = query["rows"] == "1" && visitor.IsAtLeast(Role.Operator);
        var after = long.TryParse(query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        var model = await Reader(context).ReadAsync(ask, hasRows, after, context.RequestAborted);
        if (model.Rows is not null)
        {
            // First written, then shown.
            await Reader(context).TellAsync(visitor.Principal.Name, ask.Experiment, context.RequestAborted);
        }

        return model;
    }
}
