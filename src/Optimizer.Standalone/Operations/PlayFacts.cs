using System.Text.Json.Nodes;
using Optimizer.Domain;

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

    /// <summary>What a cap has left, such as "daily cap: 1 of 3 started on 2026-03-02, 2 left (site shop.example)".</summary>
    public static string Cap(JsonObject cap) =>
        $"{Text(cap, "rule")?.Replace('_', ' ')}: {Text(cap, "used")} of {Text(cap, "most")} {Text(cap, "window")}, {Text(cap, "left")} left ({Text(cap, "scope")})";

    /// <summary>How a KPI stands, such as "activation: drop, -31 % against its baseline; 0.137 in the last 14 days".</summary>
    public static string Kpi(JsonObject kpi) =>
        $"{Text(kpi, "kpi")}: {Text(kpi, "class")?.Replace('_', ' ')}"
        + (Number(kpi["change"]) is { } change ? $", {Words.Change(change)} against its baseline" : "")
        + (Number(kpi["recent"]) is { } recent ? $"; {Words.Amount(recent)} in the last 14 days" : "");

    /// <summary>A number; null for anything else.</summary>
    public static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;
}
