using Microsoft.AspNetCore.Http;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>Writes bodies whose length is known.</summary>
internal static class Bodies
{
    public static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        if (!HeadRequests.Are(context))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
