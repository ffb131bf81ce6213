using System.Text.Json;

namespace Optimizer.Workflows.Evidence;

/// <summary>Where two JSON documents differ, by path.</summary>
internal static class JsonDifference
{
    public static IReadOnlyList<string> Of(string before, string now)
    {
        using var one = JsonDocument.Parse(before);
        using var other = JsonDocument.Parse(now);
        return [.. Of("", one.RootElement, other.RootElement)];
    }

    private static IEnumerable<string> Of(string path, JsonElement before, JsonElement now)
    {
        if (before.GetRawText() == now.GetRawText())
        {
            return [];
        }

        return (before.ValueKind, now.ValueKind) switch
        {
            (JsonValueKind.Object, JsonValueKind.Object) => OfObjects(path, before, now),
            (JsonValueKind.Array, JsonValueKind.Array) when before.GetArrayLength() == now.GetArrayLength() =>
                before.EnumerateArray().Zip(now.EnumerateArray()).SelectMany((pair, place) => Of($"{path}[{place}]", pair.First, pair.Second)),
            _ => [$"{path}: recorded {before.GetRawText()}, now {now.GetRawText()}"],
        };
    }

    private static IEnumerable<string> OfObjects(string path, JsonElement before, JsonElement now)
    {
        var names = before.EnumerateObject().Select(each => each.Name).Union(now.EnumerateObject().Select(each => each.Name), StringComparer.Ordinal);
        foreach (var name in names)
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            var (had, has) = (before.TryGetProperty(name, out var was), now.TryGetProperty(name, out var becomes));
            foreach (var line in had && has ? Of(inner, was, becomes)
                : [had ? $"{inner}: recorded {was.GetRawText()}, now absent" : $"{inner}: recorded absent, now {becomes.GetRawText()}"])
            {
                yield return line;
            }
        }
    }
}
