using Microsoft.AspNetCore.Http;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>JSON that was written before; asked for with the tag it still has, it is 304 and not sent.</summary>
/// <param name="Body">UTF-8.</param>
/// <param name="Tag">Its ETag.</param>
internal sealed record BytesAnswer(ReadOnlyMemory<byte> Body, string Tag) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = Tag;
        if (EntityTags.IsKnown(httpContext.Request, Tag))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return Bodies.WriteAsync(httpContext, Body, "application/json");
    }
}
