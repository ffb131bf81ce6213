using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Optimizer.Cockpit.Mcp;

/// <summary>A call of a tool, its arguments checked.</summary>
/// <param name="tool">Its name.</param>
/// <param name="api">What it asks.</param>
/// <param name="backtests">Null where none can be run.</param>
/// <param name="arguments">By name.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class ToolCall(string tool, IToolApi api, IBacktests? backtests, IReadOnlyDictionary<string, JsonElement> arguments, CancellationToken cancellationToken)
{
    private string? _unnoted = tool;

    public IBacktests? Backtests => backtests;

    public CancellationToken Stop => cancellationToken;

    /// <summary>Text, number or flag as text; null when it was not given.</summary>
    public string? Text(string name) => arguments.TryGetValue(name, out var value) ? value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.GetRawText(),
    } : null;

    /// <summary>Any value; null when it was not given.</summary>
    public JsonNode? Node(string name) => arguments.TryGetValue(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)
        ? JsonNode.Parse(value.GetRawText()) : null;

    /// <summary>An argument as part of a path.</summary>
    public string Segment(string name) => Uri.EscapeDataString(Text(name) ?? throw new InvalidOperationException($"{name} was not given"));

    /// <summary>A path whose query holds those of the arguments that were given.</summary>
    public string Path(string path, params ReadOnlySpan<string> names)
    {
        var query = "";
        foreach (var name in names)
        {
            query += Text(name) is { } value ? $"{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}" : "";
        }

        return path + query;
    }

    public Task<ToolReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<ToolReply> PostAsync(string path, JsonNode body) => SendAsync(HttpMethod.Post, path, body);

    // One call of a tool is noted once, however many requests it takes.
    private Task<ToolReply> SendAsync(HttpMethod method, string path, JsonNode? body)
    {
        var noted = Interlocked.Exchange(ref _unnoted, null);
        return api.SendAsync(method, path, body, noted, cancellationToken);
    }
}
