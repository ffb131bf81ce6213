using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Statistics.Comparisons;

namespace Optimizer.Standalone.Commands;

/// <summary>Numbers and names as every JSON document of the command writes them.</summary>
internal static class JsonValues
{
    /// <summary>JSON has no infinities: they are written as strings, as the vectors do.</summary>
    public static JsonNode? Number(double value) => double.IsFinite(value)
        ? JsonValue.Create(value)
        : JsonValue.Create(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");

    public static JsonNode? Number(double? value) => value is { } number ? Number(number) : null;

    public static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(Number)]);

    public static JsonArray Flags(IEnumerable<bool> values) => new([.. values.Select(value => (JsonNode)value)]);

    public static JsonArray Ends(Interval interval) => Numbers([interval.Lower, interval.Upper]);

    /// <summary>Names of enum values as data writes them: InsufficientData is "insufficient_data".</summary>
    public static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
