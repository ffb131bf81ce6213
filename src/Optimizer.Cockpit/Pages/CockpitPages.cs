using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Pages.Activity;
using Optimizer.Cockpit.Pages.Approvals;
using Optimizer.Cockpit.Pages.CommandCenter;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Pages.SignIn;

namespace Optimizer.Cockpit.Pages;

/// <summary>Everything that people open in a browser.</summary>
internal static class CockpitPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        PageFiles.Map(routes);
        ActivityRoutes.Map(routes);
        ApprovalRoutes.Map(routes);
        CommandCenterRoutes.Map(routes);
        SignInRoutes.Map(routes);
    }
}
