using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Policies;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Policy;

/// <summary>The policy: what holds and who says so, a change tried, applied, or said a second time.</summary>
internal static class PolicyRoutes
{
    private const string Home = "/policy";

    // A browser writes most signs of a form with three.
    private const long MostBytes = 3 * PolicyDesk.MostBytes;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<PolicyPage, PolicyModel>(Home, Role.Viewer, (context, _) => Reader(context).ReadAsync(
            context.Request.Query["play"] is [{ Length: > 0 } play, ..] ? play.Trim() : null, context.RequestAborted));
        routes.MapForm($"{Home}/try", Role.Viewer, async (context, form) => await TryAsync(context, TextOf(form), null, StatusCodes.Status200OK)).WithMetadata(new BodyLimit(MostBytes));
        routes.MapForm($"{Home}/apply", Role.Admin, async (context, form) => await ApplyAsync(context, form["seen"], TextOf(form))).WithMetadata(new BodyLimit(MostBytes));
        routes.MapForm($"{Home}/confirm", Role.Admin, async (context, form) =>
        {
            var open = await context.RequestServices.GetRequiredService<PolicyDesk>().ProposalsAsync(context.RequestAborted);
            return open.FirstOrDefault(each => each.Hash == form["hash"])?.Text is { } text
                ? await ApplyAsync(context, form["seen"], text)
                : Problem.NotFound("open proposal", form["hash"]);
        });
    }

    /// <summary>The text as it was before a browser sent it: forms have their own ends of lines.</summary>
    private static string TextOf(PageForm form) => form["text"].ReplaceLineEndings("\n") is { Length: > 0 } text ? text + "\n" : "";

    private static PolicyReader Reader(HttpContext context) => context.RequestServices.GetRequiredService<PolicyReader>();

    private static async Task<IResult> TryAsync(HttpContext context, string text, string? refusal, int status)
    {
        var model = await Reader(context).TryAsync(text, refusal, context.RequestAborted);
        return PageAnswer.Of<PolicyPage, PolicyModel>(await context.RequestServices.GetRequiredService<Visits>().OfAsync(context), model, status);
    }

    private static async Task<IResult> ApplyAsync(HttpContext context, string seen, string text)
    {
        var answer = await context.RequestServices.GetRequiredService<PolicyDesk>().PutAsync(context.Caller(), text, tag => tag == EntityTags.Of(seen) ? null : new(
            412, "precondition_failed", "the policy was changed while you had this page open: look at what holds now, and try your change again"), context.RequestAborted);
        return answer switch
        {
            JsonAnswer<PolicyAnswer> { Status: StatusCodes.Status202Accepted } proposed => SaidOnce.Then(
                context, Home, $"Proposed as {proposed.Value.Hash}: it allows more than before, so it holds once a second admin says the same within a day."),
            JsonAnswer<PolicyAnswer> put => SaidOnce.Then(context, Home, $"Policy {put.Value.Hash} holds from the next tick of each play."),
            Problem problem => await TryAsync(context, text, problem.Problems.Count > 0 ? null : problem.Detail, problem.Status),
            _ => throw new InvalidOperationException($"unknown answer to a policy: {answer}"),
        };
    }
}
