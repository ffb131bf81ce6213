using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>Scripts, style and icon, out of the assembly: the same bytes from both hosts. Their addresses hold their hash, so browsers keep them for good.</summary>
internal static class PageFiles
{
    private const string Root = "wwwroot/";
    private const string Path = "/assets/";
    private const string ForGood = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, (byte[] Body, string Type, string Hash)> Files = Read();

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet($"{Path}{{hash}}/{{**name}}", (string hash, string name, HttpContext context) =>
        {
            if (!Files.TryGetValue(name, out var file) || file.Hash != hash)
            {
                return Problem.NotFound("asset", name);
            }

            context.Response.Headers.CacheControl = ForGood;
            return (IResult)new AssetAnswer(file.Body, file.Type);
        }).ExcludeFromDescription();

    /// <summary>Where a file is found.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such file.</exception>
    public static string Of(string name) => Files.TryGetValue(name, out var file) ? $"{Path}{file.Hash}/{name}" : throw new ArgumentOutOfRangeException(nameof(name), name, "no such asset");

    private static FrozenDictionary<string, (byte[], string, string)> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Root.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var body = new byte[stream.Length];
            stream.ReadExactly(body);
            return (body, TypeOf(name), EntityTags.Of(body).Trim('"'));
        });
    }

    private static string TypeOf(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".txt" => "text/plain; charset=utf-8",
        var other => throw new ArgumentOutOfRangeException(nameof(name), other, $"{name} is of a type that nobody named"),
    };

    private sealed record AssetAnswer(byte[] Body, string Type) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Bodies.WriteAsync(httpContext, Body, Type);
    }
}
