using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Workflows.Reports;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>Drafts of briefs: what the weekly brief would say now.</summary>
internal static class PlayDrafts
{
    public static async Task<IResult> GetAsync(HttpContext context, string slug, ServedLoop loop)
    {
        var cancel = context.RequestAborted;
        if (!Slugs.IsOne(slug) || await loop.Reads.Plays.FindAsync(slug, cancel) is null)
        {
            return Problem.NotFound("play", slug);
        }

        var play = (await loop.Terms.InForceAsync(slug, cancel)).Play;
        var (week, markdown) = await BriefDraft.WriteAsync(
            loop.Reads.Audit, play, loop.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(play.Monitor.TimeZone), cancel);
        return new JsonAnswer<DraftAnswer>(new(slug, week.First, week.Last, markdown));
    }
}
