using System.Text.Json;

namespace Optimizer.Tests.Cockpit.Approvals;

/// <summary>What was answered over HTTP.</summary>
internal sealed record Answered(int Status, string Text, string? ETag, string? RetryAfter)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Code of a problem, or the state of a question.</summary>
    public string Word => Json.TryGetProperty("code", out var code) ? code.GetString()! : Json.GetProperty("state").GetString()!;

    public string Field(string name) => Json.GetProperty(name).ToString();
}
