using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Testing;

namespace Optimizer.Tests.Standalone.Calc;

/// <summary>Cases of a reference file and their comparison with what a method computes.</summary>
internal static class SeriesVectors
{
    /// <summary>One row for each case id; a placeholder where the folder is absent, so that the theory shows as skipped.</summary>
    public static TheoryData<string> Ids(string file)
    {
        var ids = new TheoryData<string>();
        if (SharedFolder.Path is null)
        {
            ids.Add("no reference folder");
            return ids;
        }

        foreach (var each in Cases(file))
        {
            ids.Add(each.GetProperty("id").GetString()!);
        }

        return ids;
    }

    public static void Check(string file, string id, Func<JsonElement, JsonNode?> compute)
    {
        var one = Cases(file).Single(each => each.GetProperty("id").GetString() == id);

        var output = compute(one.GetProperty("input"));

        Same(JsonNode.Parse(one.GetProperty("expected").GetRawText()), output, id);
    }

    private static List<JsonElement> Cases(string file) =>
        [.. JsonDocument.Parse(File.ReadAllText(SharedFolder.File("vectors", file))).RootElement.GetProperty("cases").EnumerateArray()];

    private static void Same(JsonNode? expected, JsonNode? actual, string path)
    {
        if (expected is JsonObject wanted)
        {
            var given = Assert.IsType<JsonObject>(actual);
            Assert.Equal(wanted.Select(field => field.Key).Order(), given.Select(field => field.Key).Order());
            foreach (var (name, value) in wanted)
            {
                Same(value, given[name], $"{path}.{name}");
            }
        }
        else if (expected is JsonArray items)
        {
            var given = Assert.IsType<JsonArray>(actual);
            Assert.Equal(items.Count, given.Count);
            for (var i = 0; i < items.Count; i++)
            {
                Same(items[i], given[i], $"{path}[{i}]");
            }
        }
        else if (expected?.GetValueKind() == JsonValueKind.Number)
        {
            var wantedNumber = expected.GetValue<double>();
            var number = JsonNode.Parse(actual!.ToJsonString())!.GetValue<double>();
            Assert.True(Math.Abs(wantedNumber - number) <= (1e-9 * Math.Abs(wantedNumber)) + 1e-13, $"{path}: expected {wantedNumber:R}, got {number:R}");
        }
        else
        {
            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(actual?.ToJsonString() ?? "null")), $"{path}: expected {expected?.ToJsonString() ?? "null"}, got {actual?.ToJsonString() ?? "null"}");
        }
    }
}
