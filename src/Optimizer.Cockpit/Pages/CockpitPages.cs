using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Pages.Backtests;
using Optimizer.Cockpit.Pages.Health;
using Optimizer.Cockpit.Pages.Ledger;
using Optimizer.Cockpit.Pages.Playbook;
using Optimizer.Cockpit.Pages.Policy;
using Optimizer.Cockpit.Pages.Reports;
using Optimizer.Cockpit.Pages.Settings;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Pages.SignIn;

namespace Optimizer.Cockpit.Pages;

/// <summary>Everything that people open in a browser.</summary>
internal static class CockpitPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        PageFiles.Map(routes);
        BacktestsRoutes.Map(routes);
        HealthRoutes.Map(routes);
        LedgerRoutes.Map(routes);
        PlaybookRoutes.Map(routes);
        PolicyRoutes.Map(routes);
        ReportsRoutes.Map(routes);
        SettingsRoutes.Map(routes);
        SignInRoutes.Map(routes);
    }
}
