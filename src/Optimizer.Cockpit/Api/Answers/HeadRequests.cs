using Microsoft.AspNetCore.Http;

namespace Optimizer.Cockpit.Api.Answers;

/// <summary>HEAD is answered as GET would be, without the body: routes need not know of it.</summary>
internal static class HeadRequests
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        context.Items[typeof(HeadRequests)] = true;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    }

    /// <summary>Whether nobody will see the body.</summary>
    public static bool Are(HttpContext context) => context.Items.ContainsKey(typeof(HeadRequests));
}
