using System.Text.Json;

namespace Optimizer.Domain.Audit;

/// <summary>A setting or a flag, stored as exact JSON, in the words of pages. The exact text stays in the trail.</summary>
public static class SettingWords
{
    /// <summary>What the text says to a person: the words of a move, the shares of a flag; the text itself where it is neither.</summary>
    /// <param name="text">As stored; of others, so escape it where it is shown.</param>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return "nothing";
        }

        if (text[0] != '{')
        {
            return text;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return Move(document.RootElement) ?? Flag(document.RootElement) ?? text;
        }
        catch (JsonException)
        {
            // Braces begin other texts too: what is no JSON is shown as it came.
            return text;
        }
    }

    private static string? Move(JsonElement setting) =>
        setting.TryGetProperty("move", out _) && setting.TryGetProperty("text", out var said) && said.ValueKind == JsonValueKind.String
            ? $"\"{said.GetString()}\"{(setting.TryGetProperty("version", out var version) && version.TryGetInt32(out var number) ? $", version {number}" : "")}"
            : null;

    private static string? Flag(JsonElement flag) =>
        flag.TryGetProperty("enabled", out var enabled) && enabled.ValueKind is JsonValueKind.True or JsonValueKind.False
        && flag.TryGetProperty("settings", out var settings) && settings.ValueKind == JsonValueKind.Array
        && settings.EnumerateArray().All(each => each.ValueKind == JsonValueKind.Object && each.TryGetProperty("json", out var json) && json.ValueKind == JsonValueKind.String)
            ? $"{(enabled.GetBoolean() ? "on" : "off")}: {string.Join(" against ", settings.EnumerateArray().Select(each => Of(each.GetProperty("json").GetString()!)))}"
            : null;
}
