using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Optimizer.Cockpit.Mcp;

namespace Optimizer.Tests.Cockpit.Mcp;

/// <summary>An assistant on one end of two pipes, the tools on the other.</summary>
internal sealed class ToolKit : IAsyncDisposable
{
    private readonly Pipe _asked;
    private readonly Task _served;

    private ToolKit(McpClient client, Task served, Pipe asked) => (Client, _served, _asked) = (client, served, asked);

    public McpClient Client { get; }

    public static async Task<ToolKit> OpenAsync(IToolApi api, IBacktests? backtests = null)
    {
        var (asked, answered) = (new Pipe(), new Pipe());
        var served = Task.Run(async () =>
        {
            await using var transport = new StreamServerTransport(asked.Reader.AsStream(), answered.Writer.AsStream());
            await new ToolServer(api, backtests).RunAsync(transport, null, default);
        });
        return new(await McpClient.CreateAsync(new StreamClientTransport(asked.Writer.AsStream(), answered.Reader.AsStream())), served, asked);
    }

    public Task<IList<McpClientTool>> ListAsync() => Client.ListToolsAsync().AsTask();

    /// <summary>What a tool answers; whether it says that something went wrong.</summary>
    public async Task<(JsonElement Json, bool IsError)> CallAsync(string tool, object? arguments = null)
    {
        var given = arguments is null ? [] : JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(each => each.Name, each => (object?)each.Value);
        var answer = await Client.CallToolAsync(tool, given);
        return (JsonDocument.Parse(Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text).RootElement, answer.IsError == true);
    }

    /// <summary>The assistant goes; the tools end by themselves.</summary>
    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await _asked.Writer.CompleteAsync();
        await _served.WaitAsync(TimeSpan.FromSeconds(20));
    }

    /// <summary>An API that notes what it is asked, and answers the same to all.</summary>
    internal sealed class NotingApi(string body) : IToolApi
    {
        public List<string> Asked { get; } = [];

        public Task<ToolReply> SendAsync(HttpMethod method, string path, JsonNode? sent, string? tool, CancellationToken cancellationToken)
        {
            lock (Asked)
            {
                Asked.Add($"{method} {path.Split('?')[0]}");
            }

            return Task.FromResult(new ToolReply(200, JsonNode.Parse(body), "http://localhost:5080") { Text = body });
        }
    }
}
