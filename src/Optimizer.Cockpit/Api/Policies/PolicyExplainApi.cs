using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Evidence;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Domain.Policies.Keys;
using Optimizer.Workflows.Definitions;

namespace Optimizer.Cockpit.Api.Policies;

/// <summary>Every value of the policy with the scope and line it comes from, as <c>optimizer policy explain</c> has it.</summary>
internal static class PolicyExplainApi
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/policy/explain", GetAsync).Demand(Role.Viewer).WithTags("Policy")
        .Told("explainPolicy", "Every value in force for a play with the scope and line it comes from, and those that lost.")
        .Asks("play", "Slug; without it what holds for plays that no scope names.").Asks("key", "Only this key, such as play.max_active.")
        .Asks("action", "Adds the scope of one action, such as adopt_variant.").Produces<PolicyValuesAnswer>().Refuses(400, 404);

    private static async Task<IResult> GetAsync(HttpContext context, ServedLoop loop)
    {
        var (request, cancel) = (context.Request, context.RequestAborted);
        var (key, slug, action) = (TrailReader.Text(request, "key"), TrailReader.Text(request, "play"), TrailReader.Text(request, "action"));
        if (key is not null && PolicyKeys.Find(key) is null)
        {
            return Problem.Malformed($"there is no key '{Answers.Shown.Of(key)}'; did you mean {PolicyKeys.Nearest(key)}?");
        }

        if (action is not null && !Actions.Contains(action))
        {
            return Problem.Malformed($"there is no action '{Answers.Shown.Of(action)}'; there are {string.Join(", ", Actions)}");
        }

        if (slug is not null && (!Slugs.IsOne(slug) || await loop.Reads.Plays.FindAsync(slug, cancel) is null))
        {
            return Problem.NotFound("play", slug);
        }

        var stored = await loop.Reads.Plays.FindAsync(PlayTerms.PolicyName, cancel);
        var book = await loop.Terms.BookAsync(stored?.Hash ?? PlayTerms.NoPolicy, cancel);
        var policy = slug is null ? book.ForSlug("-", null, action) : book.For((await loop.Terms.InForceAsync(slug, cancel)).Play, null, action);
        return new JsonAnswer<PolicyValuesAnswer>(new(
            policy.Version, slug, ProfileNames.Of(policy.Profile), policy.Site,
            [.. PolicyKeys.All.Where(each => key is null || each.Name == key).Select(each => PolicyValueShown.Of(each, policy.Values[each.Name]))]));
    }

    private static IReadOnlyList<string> Actions { get; } = [.. Enum.GetValues<ActionKind>().Select(kind => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()))];
}
