using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>A page, rendered here; asked for with the tag it still has, it is 304 and not sent.</summary>
/// <param name="Page">The component.</param>
/// <param name="Parameters">What it is given.</param>
/// <param name="Status">HTTP status.</param>
internal sealed record PageAnswer(Type Page, Dictionary<string, object?> Parameters, int Status = StatusCodes.Status200OK) : IResult, IStatusCodeHttpResult
{
    /// <summary>Scripts and style are files of ours; nothing else may run, load, frame, or be sent anywhere but here.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    int? IStatusCodeHttpResult.StatusCode => Status;

    public static PageAnswer Of<TPage, TModel>(Visitor visitor, TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel> =>
        new(typeof(TPage), new() { [nameof(PageOf<TModel>.Visitor)] = visitor, [nameof(PageOf<TModel>.Model)] = model }, status);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Encoding.UTF8.GetBytes(await RenderAsync(httpContext.RequestServices));
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        if (Status == StatusCodes.Status200OK)
        {
            var tag = EntityTags.Of(body);
            headers.ETag = tag;
            if (EntityTags.IsKnown(httpContext.Request, tag))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        httpContext.Response.StatusCode = Status;
        await Bodies.WriteAsync(httpContext, body, "text/html; charset=utf-8");
    }

    private async Task<string> RenderAsync(IServiceProvider services)
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(Page, ParameterView.FromDictionary(Parameters))).ToHtmlString());
    }
}
