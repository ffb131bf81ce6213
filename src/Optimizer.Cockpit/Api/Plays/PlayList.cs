using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Domain.Plays;
using Optimizer.Workflows;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Pages through the plays in the order in which they were started.</summary>
internal sealed class PlayList(ServedLoop loop)
{
    private const string Name = "plays";

    // A rare stage is looked for through so many pages per request; the cursor goes on from there.
    private const int MostPages = 20;

    public async Task<IResult> GetAsync(HttpContext context)
    {
        var paging = Paging.Of(context.Request, Name);
        if (paging.Value is not { } page || page.Numbered().Refusal is not null)
        {
            return paging.Refusal ?? paging.Value!.Numbered().Refusal!;
        }

        PlayStatus? stage = null;
        if (context.Request.Query["stage"] is [{ Length: > 0 } asked, ..])
        {
            stage = Enum.GetValues<PlayStatus>().Cast<PlayStatus?>().FirstOrDefault(each => Word(each!.Value) == asked);
            if (stage is null)
            {
                return new Problem(400, "malformed", $"stage is '{Shown.Of(asked)}'; must be {string.Join(", ", Enum.GetValues<PlayStatus>().Select(Word))}");
            }
        }

        var (items, after) = (new List<PlayLine>(), page.After);
        for (var pages = 0; pages < MostPages; pages++)
        {
            var found = await loop.Client.ListAsync(
                new() { After = after, IdPrefix = LoopNames.PlayId(""), PageSize = page.Limit, Workflow = LoopNames.Play.Name }, context.RequestAborted);
            items.AddRange(found.Instances.Select(PlayLine.Of).Where(line => stage is null || line.Stage == stage));
            after = found.Next;
            if (items.Count > 0 || after is null)
            {
                break;
            }
        }

        return new JsonAnswer<Listed<PlayLine>>(new(items, after is null ? null : Paging.Cursor(Name, after)));
    }

    private static string Word(PlayStatus stage) => JsonNamingPolicy.SnakeCaseLower.ConvertName(stage.ToString());
}
