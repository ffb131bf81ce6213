using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Evidence;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Playbook;

namespace Optimizer.Cockpit.Api.Playbook;

/// <summary>What was learned, experiment by experiment (S3-020).</summary>
internal static class PlaybookApi
{
    private const string List = "playbook";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/playbook", GetAsync).Demand(Role.Viewer).WithTags("Evidence")
        .Told("searchPlaybook", "What closed experiments taught, newest first.").Paged().Asks("words", "Only where all these words stand.")
        .Asks("play", "Only of this play.").Produces<Listed<LessonShown>>().Refuses(400);

    private static async Task<IResult> GetAsync(HttpContext context, ServedLoop loop)
    {
        var paging = Paging.Of(context.Request, List);
        if (paging.Value is not { } page)
        {
            return paging.Refusal!;
        }

        var words = (TrailReader.Text(context.Request, "words") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var records = await loop.Reads.Audit.ReadAsync(
            new() { Kinds = [.. PlayChapter.Kinds], Play = TrailReader.Text(context.Request, "play") }, context.RequestAborted).ToListAsync(context.RequestAborted);
        var rest = records.GroupBy(record => record.Entry.Play, StringComparer.Ordinal)
            .SelectMany(play => PlayChapter.Of(play.Key, [.. play]).Entries).Select(LessonShown.Of).Where(lesson => lesson.Holds(words))
            .Select(lesson => (Key: $"{long.MaxValue - lesson.EndedAt.UtcTicks:D19}/{lesson.Experiment}", Lesson: lesson))
            .Where(each => page.After is null || string.CompareOrdinal(each.Key, page.After) > 0)
            .OrderBy(each => each.Key, StringComparer.Ordinal).ToList();
        var shown = rest.Take(page.Limit).ToList();
        return new JsonAnswer<Listed<LessonShown>>(new([.. shown.Select(each => each.Lesson)], rest.Count > shown.Count ? Paging.Cursor(List, shown[^1].Key) : null));
    }
}
