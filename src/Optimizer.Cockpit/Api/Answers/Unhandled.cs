using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Workflows;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>Answers where no route did: statuses without a body, and exceptions.</summary>
internal static class Unhandled
{
    /// <summary>A status that something before the routes set, such as 401, 404 or 405.</summary>
    public static Task StatusAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.Response.StatusCode == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"optimizer\"";
        }

        var problem = context.Response.StatusCode switch
        {
            401 => new Problem(401, "unauthenticated", $"{Failure(context)}; send Authorization: Bearer TOKEN"),
            403 => new Problem(403, "wrong_role", $"the role of {context.User.Identity?.Name} does not allow {request.Method} {Shown.Of(request.Path)}"),
            404 => new Problem(404, "not_found", $"there is nothing at {Shown.Of(request.Path)}; what there is stands in /openapi/v1.json"),
            405 => new Problem(405, "method_not_allowed", $"{Shown.Of(request.Path)} takes {context.Response.Headers.Allow}, not {Shown.Of(request.Method)}"),
            413 => new Problem(413, "too_large", "the request is larger than this route takes"),
            415 => new Problem(415, "wrong_content_type", "this route does not take a body of this type"),
            var other => new Problem(other, "refused", $"{Shown.Of(request.Method)} {Shown.Of(request.Path)} was refused"),
        };
        return problem.ExecuteAsync(context);
    }

    /// <summary>What threw. Only the trace id of what nobody expected is told: its message is for the log.</summary>
    public static Task ExceptionAsync(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var problem = fault switch
        {
            BadHttpRequestException bad => Body.Of(bad, BodyLimit.Of(context)),
            EngineUnavailableException closed => new(503, "unavailable", closed.Message) { RetryAfter = 5 },
            { } lost when context.RequestServices.GetRequiredService<ServedLoop>().Outage(lost) is { } outage => new(503, "unavailable", $"the request was not taken: {outage}") { RetryAfter = 5 },
            OperationCanceledException when context.RequestAborted.IsCancellationRequested => new(499, "gone", "the caller went away"),
            _ => new(500, "internal", $"something failed that should not; the log has it under {context.TraceIdentifier}"),
        };
        return problem.ExecuteAsync(context);
    }

    private static string Failure(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure?.Message ?? "this route needs a token";
}
