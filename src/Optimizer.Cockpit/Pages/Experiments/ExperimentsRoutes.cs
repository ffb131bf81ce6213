using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Experiments;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.PlayDetail;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Experiments;

/// <summary>Pages of experiments, and the order to stop one.</summary>
internal static class ExperimentsRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<ExperimentsPage, ExperimentsModel>("/experiments", Role.Viewer, async (context, _) => await context.RequestServices.GetRequiredService<ExperimentsReader>()
            .ReadAsync(ExperimentsFilter.Of(context.Request.Query), context.RequestAborted));
        routes.MapPage<ExperimentPage, ExperimentModel>("/experiments/{id}", Role.Viewer, async (context, _) => await context.RequestServices.GetRequiredService<ExperimentReader>()
            .ReadAsync((string)context.Request.RouteValues["id"]!, context.RequestAborted));
        routes.MapForm("/experiments/{id}/stop", Role.Operator, StopAsync);
    }

    private static async Task<IResult> StopAsync(HttpContext context, PageForm form)
    {
        var id = (string)context.Request.RouteValues["id"]!;
        if (form.Said("why") is not { Length: <= PlayRoutes.LongestWhy } why)
        {
            return Problem.Invalid($"say why, in at most {PlayRoutes.LongestWhy:#,0} characters: it is kept in the trail. Nothing was done", new FieldProblem("why", "is missing or too long"));
        }

        var (refusal, isDone) = await context.RequestServices.GetRequiredService<ExperimentOrders>()
            .StopAsync(id, new(context.Caller().Name, why), $"page/{Guid.NewGuid():N}", context.RequestAborted);
        return refusal ?? SaidOnce.Then(context, Href.Experiment(id), isDone
            ? "Stopped. Control is restored, and the play goes on."
            : "The order is given; control is not restored yet. This page changes when it is.");
    }
}
