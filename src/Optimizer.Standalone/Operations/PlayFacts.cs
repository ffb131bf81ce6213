using System.Text.Json.Nodes;

namespace Optimizer.Standalone.Operations;

/// <summary>Facts of a play as the API tells them; what is not told is null.</summary>
internal static class PlayFacts
{
    public static string Slug(JsonObject play) => Text(play, "slug") ?? Text(play, "id") ?? Text(play, "play") ?? "";

    /// <summary>Where it stands, such as waiting.</summary>
    public static string Stage(JsonObject play) => Text(play, "stage") ?? Text(play, "status") ?? "";

    /// <summary>A text at a path of names, such as experiment, id.</summary>
    public static string? Text(JsonObject play, params IReadOnlyList<string> path)
    {
        JsonNode? at = play;
        foreach (var name in path)
        {
            at = at is JsonObject fields ? fields[name] : null;
        }

        return at is JsonValue value ? value.TryGetValue<string>(out var text) ? text.Length > 0 ? text : null : value.ToJsonString() : null;
    }
}
