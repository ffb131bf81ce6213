using System.Text;
using Microsoft.AspNetCore.Http;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>A text as it stands, with its ETag.</summary>
/// <param name="Text">The body.</param>
/// <param name="Type">Its media type; UTF-8.</param>
/// <param name="Tag">Null to tag the body's bytes.</param>
internal sealed record TextAnswer(string Text, string Type, string? Tag = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(Text);
        var tag = Tag ?? EntityTags.Of(body);
        httpContext.Response.Headers.ETag = tag;
        if (EntityTags.IsKnown(httpContext.Request, tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return Bodies.WriteAsync(httpContext, body, $"{Type}; charset=utf-8");
    }
}
