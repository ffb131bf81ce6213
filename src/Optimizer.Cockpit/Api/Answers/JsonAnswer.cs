using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>A body in JSON with its ETag; asked for with the tag it still has, it is 304 and not sent.</summary>
/// <param name="Value">What is answered.</param>
/// <param name="Status">HTTP status.</param>
/// <typeparam name="T">Its type, as the OpenAPI document shows it.</typeparam>
internal sealed record JsonAnswer<T>(T Value, int Status = StatusCodes.Status200OK) : IResult, IStatusCodeHttpResult
{
    int? IStatusCodeHttpResult.StatusCode => Status;

    /// <summary>Where what was made is found; null when nothing was.</summary>
    public string? Location { get; init; }

    /// <summary>Tag of what is shown; null to tag the body's bytes.</summary>
    public string? Tag { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(Value, ApiJson.Options);
        var response = httpContext.Response;
        if (Location is { } location)
        {
            response.Headers.Location = location;
        }

        if (Status == StatusCodes.Status200OK)
        {
            var tag = Tag ?? EntityTags.Of(body);
            response.Headers.ETag = tag;
            if (EntityTags.IsKnown(httpContext.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        response.StatusCode = Status;
        return Bodies.WriteAsync(httpContext, body, "application/json");
    }
}
