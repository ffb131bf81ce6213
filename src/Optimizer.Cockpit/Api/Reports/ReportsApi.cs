using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Api.Reports;

/// <summary>Routes of the pages: briefs, cards, play logs, the playbook.</summary>
internal static class ReportsApi
{
    private const string Name = "reports";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/reports", ListAsync).Demand(Role.Viewer).WithTags("Reports")
            .Told("listReports", "Paths of the pages, in order.").Paged().Asks("folder", "Only those under it, such as briefs.")
            .Produces<Listed<string>>().Refuses(400);
        routes.MapGet("/api/reports/{**path}", GetAsync).Demand(Role.Viewer).WithTags("Reports")
            .Told("getReport", "A page, in Markdown.").Produces<string>(200, "text/markdown").Refuses(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, ServedLoop loop)
    {
        var folder = context.Request.Query["folder"].ToString().Trim('/');
        var paging = Paging.Of(context.Request, $"{Name}/{folder}");
        if (paging.Value is not { } page)
        {
            return paging.Refusal!;
        }

        var paths = (await loop.World.Artifacts.ListAsync(folder, context.RequestAborted))
            .SkipWhile(path => page.After is { } after && string.CompareOrdinal(path, after) <= 0).Take(page.Limit + 1).ToList();
        return new JsonAnswer<Listed<string>>(new(
            [.. paths.Take(page.Limit)], paths.Count > page.Limit ? Paging.Cursor($"{Name}/{folder}", paths[page.Limit - 1]) : null));
    }

    // Pages are rows under their path, not files: a path that leads elsewhere leads nowhere.
    private static async Task<IResult> GetAsync(HttpContext context, string? path, ServedLoop loop) =>
        path is { Length: > 0 } && await loop.World.Artifacts.ReadAsync(path, context.RequestAborted) is { } page
            ? new TextAnswer(page, "text/markdown")
            : Problem.NotFound("report", path ?? "");
}
