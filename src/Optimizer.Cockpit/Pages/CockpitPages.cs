using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Pages.Activity;
using Optimizer.Cockpit.Pages.Approvals;
using Optimizer.Cockpit.Pages.Ask;
using Optimizer.Cockpit.Pages.Backtests;
using Optimizer.Cockpit.Pages.CommandCenter;
using Optimizer.Cockpit.Pages.Experiments;
using Optimizer.Cockpit.Pages.Health;
using Optimizer.Cockpit.Pages.Ledger;
using Optimizer.Cockpit.Pages.Playbook;
using Optimizer.Cockpit.Pages.PlayDetail;
using Optimizer.Cockpit.Pages.Plays;
using Optimizer.Cockpit.Pages.Policy;
using Optimizer.Cockpit.Pages.Reports;
using Optimizer.Cockpit.Pages.Settings;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Pages.SignIn;

namespace Optimizer.Cockpit.Pages;

/// <summary>Everything that people open in a browser.</summary>
internal static class CockpitPages
{
    /// <summary>What gathers the pages.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<ActivityReader>();
        services.AddSingleton<ApprovalsReader>();
        services.AddSingleton<BacktestsReader>();
        services.AddSingleton<Board>();
        services.AddSingleton<CommandCenterReader>();
        services.AddSingleton<Courses>();
        services.AddSingleton<DefinitionVersions>();
        services.AddSingleton<ExperimentReader>();
        services.AddSingleton<ExperimentsReader>();
        services.AddSingleton<HealthReader>();
        services.AddSingleton<KpiDays>();
        services.AddSingleton<LedgerReader>();
        services.AddSingleton<PlayDetailReader>();
        services.AddSingleton<PlaybookReader>();
        services.AddSingleton<PlaysReader>();
        services.AddSingleton<PolicyReader>();
        services.AddSingleton<ReportsReader>();
        services.AddSingleton<SettingsReader>();
        services.AddSingleton<Sparks>();
        services.AddSingleton<TimelineReader>();
        services.AddSingleton<Visits>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        ActivityRoutes.Map(routes);
        ApprovalRoutes.Map(routes);
        AskRoutes.Map(routes);
        BacktestsRoutes.Map(routes);
        CommandCenterRoutes.Map(routes);
        ExperimentsRoutes.Map(routes);
        HealthRoutes.Map(routes);
        LedgerRoutes.Map(routes);
        PageFiles.Map(routes);
        PlayRoutes.Map(routes);
        PlaybookRoutes.Map(routes);
        PlaysRoutes.Map(routes);
        PolicyRoutes.Map(routes);
        ReportsRoutes.Map(routes);
        SettingsRoutes.Map(routes);
        SignInRoutes.Map(routes);
    }
}
