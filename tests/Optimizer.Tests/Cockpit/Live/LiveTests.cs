using Optimizer.Domain.Identity;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit.Live;

public sealed class LiveTests
{
    [Fact]
    public async Task Listener_HearsOfAChange_AndOfWhatItMissed()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var client = kit.Server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await kit.TokenAsync(Role.Viewer));
        using var listening = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        using (var first = await OpenAsync(client, null, listening.Token))
        {
            _ = await first.UntilAsync("event: hello");
            Assert.Equal(200, (await kit.SendAsync("POST", "/api/freeze", body: """{"why":"to be seen"}""")).Status);
            Assert.Contains("\"subjects\":[\"-\"]", await first.UntilAsync("data: {\"head\""), StringComparison.Ordinal);
        }

        using var late = await OpenAsync(client, 0, listening.Token);
        Assert.Contains("\"head\":", await late.UntilAsync("data: {\"head\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_HearsNothing()
    {
        await using var kit = await ApiKit.OpenAsync();
        using var page = await PageKit.OpenAsync(kit, null);
        Assert.Equal(302, (await page.GetAsync("/live?after=0")).Status);
    }

    private static async Task<Listening> OpenAsync(HttpClient client, long? after, CancellationToken cancellationToken)
    {
        var response = await client.GetAsync(after is null ? "/live" : FormattableString.Invariant($"/live?after={after}"), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new(response, new(await response.Content.ReadAsStreamAsync(cancellationToken)));
    }

    private sealed record Listening(HttpResponseMessage Response, StreamReader Lines) : IDisposable
    {
        public async Task<string> UntilAsync(string start)
        {
            using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (await Lines.ReadLineAsync(late.Token) is { } line)
            {
                if (line.StartsWith(start, StringComparison.Ordinal))
                {
                    return line;
                }
            }

            throw new EndOfStreamException($"the stream ended before {start}");
        }

        public void Dispose()
        {
            Lines.Dispose();
            Response.Dispose();
        }
    }
}
