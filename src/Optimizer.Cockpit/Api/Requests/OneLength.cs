using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Api.Requests;

/// <summary>
/// Refuses requests that say twice how long they are: the server goes by the chunks, a proxy before it may go by the other, and what
/// lies between would be taken for a request of somebody else (RFC 9112, 6.3).
/// </summary>
internal static class OneLength
{
    // Where the server puts the length that it does not go by.
    private const string Overruled = "X-Content-Length";

    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var headers = context.Request.Headers;
        if (headers.TransferEncoding.Count == 0 || (headers.ContentLength is null && !headers.ContainsKey(Overruled)))
        {
            return next(context);
        }

        context.Response.Headers.Connection = "close";
        return Problem.Malformed("the request has both Content-Length and Transfer-Encoding; send one of them").ExecuteAsync(context);
    }
}
