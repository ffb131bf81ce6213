using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Domain.Experiments;

namespace Optimizer.Standalone.Calc;

/// <summary><c>calc hashing</c>: the assignment arithmetic in the shapes and section names of the GrowthBook SDK cases.</summary>
internal static class HashingMethod
{
    /// <returns>A number, a boolean, an array, or null where the answer is "no assignment".</returns>
    /// <exception cref="ArgumentOutOfRangeException">The section is none of the known ones.</exception>
    /// <exception cref="KeyNotFoundException">The input lacks a field.</exception>
    public static JsonNode? Compute(string section, JsonElement input) => section switch
    {
        "hash" or "hashExtra" => AssignmentHash.Position(
            Text(input.GetProperty("seed")), Text(input.GetProperty("value")), input.GetProperty("version").GetInt32()),
        "getBucketRange" => Json(CompatibleAssignment.Ranges(
            input.GetProperty("numVariations").GetInt32(), Coverage(input), Weights(input))),
        "chooseVariation" => CompatibleAssignment.VariantIndex(Number(input.GetProperty("n")), Ranges(input.GetProperty("ranges"))),
        "inNamespace" => InNamespace(Text(input.GetProperty("hashValue")), input.GetProperty("namespace")),
        "getEqualWeights" => Json(CompatibleAssignment.EqualWeights(input.GetProperty("n").GetInt32())),
        _ => throw new ArgumentOutOfRangeException(
            nameof(section), section, "Known are hash, hashExtra, getBucketRange, chooseVariation, inNamespace, getEqualWeights."),
    };

    private static JsonNode InNamespace(string unitId, JsonElement slice) =>
        CompatibleAssignment.InNamespace(unitId, Text(slice[0]), Number(slice[1]), Number(slice[2]));

    private static double Coverage(JsonElement input) =>
        input.TryGetProperty("coverage", out var coverage) && coverage.ValueKind != JsonValueKind.Null ? Number(coverage) : 1;

    private static double[]? Weights(JsonElement input) =>
        input.TryGetProperty("weights", out var weights) && weights.ValueKind != JsonValueKind.Null
            ? [.. weights.EnumerateArray().Select(Number)]
            : null;

    private static AllocationRange[] Ranges(JsonElement ranges) =>
        [.. ranges.EnumerateArray().Select(range => new AllocationRange(Number(range[0]), Number(range[1])))];

    private static string Text(JsonElement element) =>
        element.GetString() ?? throw new InvalidOperationException("A seed, value or name is a string, not null.");

    private static double Number(JsonElement element) => CalcInput.Value(element, "number");

    private static JsonArray Json(IEnumerable<double> numbers) => [.. numbers.Select(number => (JsonNode)number)];

    private static JsonArray Json(IEnumerable<AllocationRange> ranges) =>
        [.. ranges.Select(range => Json([range.Start, range.End]))];
}
