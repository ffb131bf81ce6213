using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;

namespace Optimizer.Cockpit.Slack;

/// <summary>Where Slack sends what people press. There is no token: the signature says that Slack sent it, and Slack who pressed.</summary>
internal static class SlackApi
{
    // Slack sends the whole message along, encoded as a form.
    private const long MostBytes = 512 * 1024;

    private const string Form = "application/x-www-form-urlencoded";

    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapPost("/api/slack/interactions", TakeAsync).WithMetadata(new BodyLimit(MostBytes)).ExcludeFromDescription();
    }

    private static async Task<IResult> TakeAsync(HttpContext context, ServedLoop loop, LoginWatch watch, CancellationToken cancellationToken)
    {
        if (loop.Slack is not { } door)
        {
            return new Problem(404, "not_found", "no sink of this server takes answers from Slack: name secretFrom in notifications.yaml");
        }

        var read = await Body.BytesAsync(context, Form);
        if (read.Value is not { } body)
        {
            return read.Refusal!;
        }

        // Before anything of it is looked at.
        var headers = context.Request.Headers;
        if (headers[SlackSignature.TimeHeader] is not [{ } time] || headers[SlackSignature.Header] is not [{ } signature]
            || !SlackSignature.IsRight(door.Secrets, time, signature, body, loop.Clock.GetUtcNow()))
        {
            return await watch.FailedAsync(context.Connection.RemoteIpAddress)
                ? new Problem(429, "too_many_requests", "too many requests from this address were not signed by Slack") { RetryAfter = 60 }
                : new Problem(401, "bad_signature", "the request is not signed by Slack, or not within the last 5 minutes");
        }

        var text = System.Text.Encoding.UTF8.GetString(body);
        return QueryHelpers.ParseQuery(text).TryGetValue("payload", out var payload) && payload is [{ } json] && SlackPress.Read(json) is { } press
            ? await new SlackDesk(loop, door).TakeAsync(press, cancellationToken)
            : Problem.Malformed("the form needs one field payload with what was pressed, as Slack sends it");
    }
}
