using System.Text.Json.Nodes;

namespace Optimizer.Cockpit.Mcp;

/// <summary>What the API answered.</summary>
/// <param name="Status">HTTP status; 0 when no answer came.</param>
/// <param name="Body">As JSON; null when there is none, or it is none.</param>
/// <param name="Url">Where the server answers people, such as http://localhost:5080; empty when it serves this call alone.</param>
/// <param name="Fault">Why no answer came; null when one did.</param>
public sealed record ToolReply(int Status, JsonNode? Body, string Url, string? Fault = null)
{
    /// <summary>The body as it came; empty without one.</summary>
    public string Text { get; init; } = "";

    public bool IsOk => Status is >= 200 and < 300;

    /// <summary>The API could not be asked.</summary>
    public static ToolReply Unreachable(string why) => new(0, null, "", why);

    /// <summary>One line for an assistant that was refused.</summary>
    public string Problem => Fault is { } fault ? $"the server cannot be reached: {fault}"
        : Status == 401 ? "the server does not know the token; put one into OPTIMIZER_TOKEN ('optimizer tokens create NAME --local --role viewer --program' makes one)"
        : $"{Words("detail") ?? Words("title") ?? $"the server answered {Status}"} ({Words("code") ?? $"{Status}"}{(Words("rule") is { } rule ? $", rule: {rule}" : "")})";

    private string? Words(string name) => Body is JsonObject fields && fields[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
