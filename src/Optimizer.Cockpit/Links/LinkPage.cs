using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Links;

/// <summary>A page of plain HTML: no script, nothing from elsewhere, every text of others escaped.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">Of the window.</param>
/// <param name="Body">What stands in it, as HTML.</param>
internal sealed record LinkPage(int Status, string Title, string Body) : IResult
{
    /// <summary>Text of others as it may stand in HTML.</summary>
    public static string Escaped(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>A page that only says something.</summary>
    public static LinkPage Saying(int status, string head, string text) => new(status, head, $"""
        <header><span>Optimizer</span></header>
        <section><h1>{Escaped(head)}</h1><p>{Escaped(text)}</p></section>
        """);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = PageStyle.Policy;
        headers["X-Robots-Tag"] = "noindex, nofollow";
        httpContext.Response.StatusCode = Status;
        return Bodies.WriteAsync(httpContext, Encoding.UTF8.GetBytes($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex, nofollow">
            <title>{Escaped(Title)}</title>
            <style>{PageStyle.Css}</style>
            </head>
            <body><main>
            {Body}
            </main></body>
            </html>

            """), "text/html; charset=utf-8");
    }
}
