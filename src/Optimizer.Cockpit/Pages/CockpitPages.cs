using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Pages.Experiments;
using Optimizer.Cockpit.Pages.PlayDetail;
using Optimizer.Cockpit.Pages.Plays;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Pages.SignIn;

namespace Optimizer.Cockpit.Pages;

/// <summary>Everything that people open in a browser.</summary>
internal static class CockpitPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ExperimentsRoutes.Map(routes);
        PageFiles.Map(routes);
        PlayRoutes.Map(routes);
        PlaysRoutes.Map(routes);
        SignInRoutes.Map(routes);
    }
}
