using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Optimizer.Tests.Connectors.Models;

/// <summary>A vendor's server on this machine that answers every request the same and remembers the last.</summary>
internal sealed class FakeVendor : IAsyncDisposable
{
    private readonly WebApplication _web;

    private FakeVendor(WebApplication web) => _web = web;

    public Uri Address => new(_web.Urls.First());

    public string Path { get; private set; } = "";

    public string Body { get; private set; } = "";

    public string Authorization { get; private set; } = "";

    public static async Task<FakeVendor> OpenAsync(int status, string answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        var vendor = new FakeVendor(web);
        web.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            (vendor.Path, vendor.Body, vendor.Authorization) = (context.Request.Path, await reader.ReadToEndAsync(), context.Request.Headers.Authorization.ToString() + context.Request.Headers["x-api-key"]);
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
        });
        await web.StartAsync();
        return vendor;
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
