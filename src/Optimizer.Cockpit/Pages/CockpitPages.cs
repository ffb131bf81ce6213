using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Pages.Activity;
using Optimizer.Cockpit.Pages.Approvals;
using Optimizer.Cockpit.Pages.Ask;
using Optimizer.Cockpit.Pages.CommandCenter;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Pages.SignIn;

namespace Optimizer.Cockpit.Pages;

/// <summary>Everything that people open in a browser.</summary>
internal static class CockpitPages
{
    /// <summary>What gathers the pages.</summary>
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Board>();
        services.AddSingleton<Visits>();
        services.AddSingleton<ActivityReader>();
        services.AddSingleton<ApprovalsReader>();
        services.AddSingleton<CommandCenterReader>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        PageFiles.Map(routes);
        SignInRoutes.Map(routes);
        ActivityRoutes.Map(routes);
        ApprovalRoutes.Map(routes);
        AskRoutes.Map(routes);
        CommandCenterRoutes.Map(routes);
    }
}
