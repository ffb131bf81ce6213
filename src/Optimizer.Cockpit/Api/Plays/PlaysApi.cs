using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Evidence;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Routes of plays.</summary>
internal static class PlaysApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var plays = routes.MapGroup("/api/plays").WithTags("Plays");
        plays.MapGet("", (HttpContext context, PlayList list) => list.GetAsync(context)).Demand(Role.Viewer)
            .Told("listPlays", "Plays, in the order in which they were started.").Paged().Asks("stage", "Only plays at this stage, such as experimenting.")
            .Produces<Listed<PlayLine>>().Refuses(400);
        plays.MapPost("", (HttpContext context, PlayDefinitions definitions) => definitions.PostAsync(context)).Demand(Role.Operator)
            .Told("startPlay", "Starts a play by its definition; the same definition again changes nothing.").TakesText(PlayDefinitions.Types)
            .WithMetadata(new BodyLimit(PlayDefinitions.MostBytes)).Produces<PlayAnswer>(201).Produces<PlayAnswer>().Refuses(400, 409, 413, 415, 422).Once();
        plays.MapGet("/{id}", (HttpContext context, string id, PlayPages pages) => pages.GetAsync(context, id)).Demand(Role.Viewer)
            .Told("getPlay", "Everything that is true of a play now: stage, next tick, experiment with its distance to every stop rule, whom it waits on, caps left, last decision.")
            .Produces<PlayAnswer>().Refuses(404);
        plays.MapPut("/{id}", (HttpContext context, string id, PlayDefinitions definitions) => definitions.PutAsync(context, id)).Demand(Role.Operator)
            .Told("changePlay", "Changes the definition; it takes effect at the next tick. If-Match takes the ETag of /definition.").TakesText(PlayDefinitions.Types)
            .WithMetadata(new BodyLimit(PlayDefinitions.MostBytes)).Produces<PlayAnswer>(201).Produces<PlayAnswer>().Refuses(400, 409, 412, 413, 415, 422);
        plays.MapGet("/{id}/definition", (HttpContext context, string id, PlayDefinitions definitions) => definitions.GetAsync(context, id)).Demand(Role.Viewer)
            .Told("getDefinition", "The definition in force, as it was written.").Produces<string>(200, "application/yaml").Refuses(404);
        plays.MapGet("/{id}/history", (HttpContext context, string id, TrailReader trail) => trail.HistoryAsync(context, id)).Demand(Role.Viewer)
            .Told("getHistory", "What happened to a play, oldest first.").Paged().Produces<Listed<TrailRecord>>().Refuses(400, 404);
        plays.MapGet("/{id}/brief", (HttpContext context, string id, ServedLoop loop) => PlayDrafts.GetAsync(context, id, loop)).Demand(Role.Viewer)
            .Told("draftBrief", "What the brief of the last seven days would say now, in Markdown; nothing is kept or sent.").Produces<DraftAnswer>().Refuses(404);
        foreach (var kind in new[] { PlayCommandKind.Tick, PlayCommandKind.Pause, PlayCommandKind.Resume, PlayCommandKind.Stop })
        {
            var word = kind.ToString().ToLowerInvariant();
            plays.MapPost($"/{{id}}/{word}", (HttpContext context, string id, PlayOrders orders) => orders.GiveAsync(context, id, kind)).Demand(Role.Operator)
                .Told($"{word}Play", Means(kind)).TakesJson<OrderBody>(isOptional: true)
                .Produces<PlayAnswer>().Produces<PlayAnswer>(202).Refuses(400, 404, 409, 413, 415, 422).Once();
        }
    }

    private static string Means(PlayCommandKind kind) => kind switch
    {
        PlayCommandKind.Tick => "Reads the KPIs now. 202 when the play could not take it yet.",
        PlayCommandKind.Pause => "Lets optimisation stand still; a live experiment goes on to its end.",
        PlayCommandKind.Resume => "Lets a paused play, or one in review, go on.",
        PlayCommandKind.Stop => "Stops the play for good: its experiment is taken back, its questions are withdrawn.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no order of the API"),
    };
}
