using System.Text;
using System.Text.Json;

namespace Optimizer.Embedded.Storage;

/// <summary>
/// Tags as stored: a JSON object with one tag to a line. JSON escapes line breaks within a name or value, so a line that is
/// found in the text is a tag, whatever the tag holds.
/// </summary>
internal static class TagText
{
    /// <summary>The text of tags; null when there are none.</summary>
    public static string? Write(IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder("{");
        foreach (var (name, value) in tags)
        {
            text.Append(text.Length == 1 ? "" : ",").Append(Line(name, value));
        }

        return text.Append('}').ToString();
    }

    /// <summary>What the text of an instance holds exactly when it carries the tag.</summary>
    public static string Line(string name, string value) => $"\n{JsonSerializer.Serialize(name)}:{JsonSerializer.Serialize(value)}\n";

    /// <exception cref="JsonException">No version wrote this text.</exception>
    public static IReadOnlyDictionary<string, string> Read(string? text) => new Dictionary<string, string>(
        text is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [], StringComparer.Ordinal);
}
