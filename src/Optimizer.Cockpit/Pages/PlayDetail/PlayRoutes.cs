using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>The page of a play, and the orders that people give it there.</summary>
internal static class PlayRoutes
{
    public const int LongestWhy = 2_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<PlayPage, PlayModel>("/plays/{slug}", Role.Viewer, async (context, _) => await context.RequestServices.GetRequiredService<PlayDetailReader>()
            .ReadAsync((string)context.Request.RouteValues["slug"]!, context.Request.Query, context.RequestAborted));
        foreach (var kind in new[] { PlayCommandKind.Tick, PlayCommandKind.Pause, PlayCommandKind.Resume, PlayCommandKind.Stop })
        {
            routes.MapForm($"/plays/{{slug}}/{kind.ToString().ToLowerInvariant()}", Role.Operator, (context, form) => GiveAsync(context, form, kind));
        }
    }

    private static async Task<IResult> GiveAsync(HttpContext context, PageForm form, PlayCommandKind kind)
    {
        var (slug, why) = ((string)context.Request.RouteValues["slug"]!, form.Said("why"));
        if (why is null && kind is PlayCommandKind.Pause or PlayCommandKind.Stop || why is { Length: > LongestWhy })
        {
            return Problem.Invalid($"say why, in at most {LongestWhy:#,0} characters: it is kept in the trail. Nothing was done", new FieldProblem("why", "is missing or too long"));
        }

        var order = await context.RequestServices.GetRequiredService<PlayOrders>()
            .GiveAsync(slug, new(kind, context.Caller().Name, why ?? "on its page"), $"page/{Guid.NewGuid():N}", context.RequestAborted);
        return order.Value is { } taken ? SaidOnce.Then(context, Href.Play(slug), taken.IsDone ? Done(kind) : "The order is given; the play has not taken it yet. This page changes when it has.") : order.Refusal!;
    }

    private static string Done(PlayCommandKind kind) => kind switch
    {
        PlayCommandKind.Tick => "Its KPIs were read just now.",
        PlayCommandKind.Pause => "Paused. It reads its KPIs and starts nothing; a live experiment goes on to its end.",
        PlayCommandKind.Resume => "Resumed.",
        PlayCommandKind.Stop => "Stopped for good. A live experiment is taken back and open questions are withdrawn.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no order of the page"),
    };
}
