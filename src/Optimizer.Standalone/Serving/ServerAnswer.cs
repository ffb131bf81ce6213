using System.Net;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Commands;

namespace Optimizer.Standalone.Serving;

/// <summary>What a server said to a request.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">As JSON; null when there is none, or it is none.</param>
/// <param name="Tag">ETag; null without one.</param>
internal sealed record ServerAnswer(HttpStatusCode Status, JsonNode? Body, string? Tag)
{
    private const int MostShown = 5;

    /// <summary>The body as it came.</summary>
    public string Raw { get; init; } = "";

    public bool IsOk => (int)Status is >= 200 and < 300;

    /// <summary>Of problem+json, such as not_found; empty without one.</summary>
    public string Code => Text("code") ?? "";

    /// <summary>What went wrong, in one line that names the reason's code; empty when all went well.</summary>
    public string Problem => IsOk ? "" : Status switch
    {
        HttpStatusCode.Unauthorized => $"{Text("detail") ?? "the server does not know you"}: put a token into {Terminal.TokenVariable} ('optimizer tokens create NAME --local' makes one)",
        _ => $"{Text("detail") ?? Text("title") ?? $"the server answered {(int)Status}"}{Fields()}{(Code.Length > 0 ? $" ({Code}{(Text("rule") is { } rule ? $", rule {rule}" : "")})" : "")}",
    };

    /// <summary>As DESIGN section 5 has them.</summary>
    public int ExitCode => (int)Status switch
    {
        >= 200 and < 300 => Commands.ExitCode.Ok,
        _ when Code.StartsWith("approval_", StringComparison.Ordinal) && Status is not HttpStatusCode.NotFound and not HttpStatusCode.Conflict => Commands.ExitCode.ApprovalNeeded,
        401 or 403 => Commands.ExitCode.Denied,
        404 or 410 => Commands.ExitCode.NotFound,
        409 or 412 or 428 => Commands.ExitCode.Conflict,
        408 or 429 or >= 500 => Commands.ExitCode.UpstreamFailure,
        _ => Commands.ExitCode.BadInput,
    };

    // A single problem is often the detail itself: nothing is said twice.
    private string Fields()
    {
        var detail = Text("detail")?.Replace(":", "", StringComparison.Ordinal) ?? "";
        var said = ((Body as JsonObject)?["problems"] as JsonArray ?? []).OfType<JsonObject>().Take(MostShown)
            .Select(each => $"{Words(each["field"])} {Words(each["detail"])}".Trim()).Where(each => !detail.Contains(each, StringComparison.Ordinal)).ToList();
        return said.Count == 0 ? "" : $": {string.Join("; ", said)}";
    }

    private string? Text(string name) => Body is JsonObject fields && Words(fields[name]) is { Length: > 0 } text ? text : null;

    private static string Words(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
