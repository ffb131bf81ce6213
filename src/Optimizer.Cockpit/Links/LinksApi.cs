using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;

namespace Optimizer.Cockpit.Links;

/// <summary>Pages behind signed links. Looking is safe: mail scanners, previews and prefetching look, and only a form that is sent decides.</summary>
internal static class LinksApi
{
    private const string Form = "application/x-www-form-urlencoded";

    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapMethods("/a/{token}", [HttpMethods.Get, HttpMethods.Head], OpenAsync).ExcludeFromDescription();
        routes.MapPost("/a/{token}", AnswerAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> OpenAsync(string token, HttpContext context, ServedLoop loop, LoginWatch watch, CancellationToken cancellationToken) =>
        LinkClaims.Read(token, loop.LinkKey) is { } claims
            ? await new LinkDesk(loop).OpenAsync(claims, cancellationToken)
            : await ForgedAsync(context, watch);

    private static async Task<IResult> AnswerAsync(string token, HttpContext context, ServedLoop loop, LoginWatch watch, CancellationToken cancellationToken)
    {
        if (LinkClaims.Read(token, loop.LinkKey) is not { } claims)
        {
            return await ForgedAsync(context, watch);
        }

        var read = await Body.TextAsync(context, Form);
        if (read.Value is not { } text)
        {
            return LinkPage.Saying(read.Refusal!.Status, "The form could not be read", $"{read.Refusal.Detail}. Nothing was decided.");
        }

        var form = QueryHelpers.ParseQuery(text);
        var comment = form.TryGetValue("comment", out var said) && !string.IsNullOrWhiteSpace(said) ? said.ToString().Trim() : null;
        return (form.TryGetValue("decision", out var decision) ? decision.ToString() : "") is not ("approve" or "reject")
            ? LinkPage.Saying(400, "Nothing was decided", "The form says neither approve nor reject. Go back and press one of the two buttons.")
            : comment is { Length: > AnswerBody.LongestComment }
            ? LinkPage.Saying(422, "Nothing was decided", $"The comment is longer than {AnswerBody.LongestComment} characters.")
            : await new LinkDesk(loop).AnswerAsync(claims, decision == "approve", comment, cancellationToken);
    }

    private static async Task<LinkPage> ForgedAsync(HttpContext context, LoginWatch watch) => await watch.FailedAsync(context.Connection.RemoteIpAddress)
        ? LinkPage.Saying(429, "Too many links that are not valid", "They came from your address. Wait a minute.")
        : LinkPage.Saying(403, "This link is not valid", "It was not made here, or was cut off on the way. Copy the whole link, or ask for a new one. Nothing was decided.");
}
