using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Live;

/// <summary>Server-sent events: what changed, for pages that are open.</summary>
internal static class LiveApi
{
    private const string Kind = "change";

    // Proxies end what is silent for a minute.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/live", (HttpContext context, LiveFeed feed, Board board) => new LiveAnswer(feed, board, AfterOf(context.Request))).Demand(Role.Viewer).ExcludeFromDescription();

    // A browser that lost the connection says itself what it has seen last.
    private static long? AfterOf(HttpRequest request) =>
        long.TryParse(request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } id ? id : request.Query["after"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? after
            : null;

    /// <param name="Feed">Tells what changed.</param>
    /// <param name="Board">Knows where the trail ends.</param>
    /// <param name="After">The last record that is known; null for whatever is the last now.</param>
    private sealed record LiveAnswer(LiveFeed Feed, Board Board, long? After) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "text/event-stream";
            httpContext.Response.Headers.CacheControl = "no-store";
            httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            try
            {
                // Before the first word: whatever happens once that has come is told.
                var after = After ?? await Board.HeadAsync(httpContext.RequestAborted);
                await SseFormatter.WriteAsync(EventsAsync(after, httpContext.RequestAborted), httpContext.Response.Body, httpContext.RequestAborted);
            }
            catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
            {
                // The page was closed, or the server stops.
            }
        }

        private async IAsyncEnumerable<SseItem<string>> EventsAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new("{}", "hello") { ReconnectionInterval = TimeSpan.FromSeconds(1) };
            var changes = Feed.ListenAsync(after, cancellationToken).GetAsyncEnumerator(cancellationToken);
            var next = changes.MoveNextAsync().AsTask();
            while (true)
            {
                if (await Task.WhenAny(next, Task.Delay(Silence, cancellationToken)) != next)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return new("{}", "still");
                    continue;
                }

                if (!await next)
                {
                    yield break;
                }

                var change = changes.Current;
                yield return new(JsonSerializer.Serialize(change, JsonSerializerOptions.Web), Kind) { EventId = change.Head.ToString(CultureInfo.InvariantCulture) };
                next = changes.MoveNextAsync().AsTask();
            }
        }
    }
}
