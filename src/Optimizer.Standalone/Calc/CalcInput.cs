using System.Text.Json;
using Optimizer.Statistics.Samples;

namespace Optimizer.Standalone.Calc;

/// <summary>Reads the inputs of reference vectors; what cannot be right throws <see cref="ArgumentException"/>.</summary>
internal static class CalcInput
{
    public static JsonElement Field(this JsonElement input, string name) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(name, out var value)
            ? value
            : throw new ArgumentException($"field '{name}' is missing");

    public static double Number(this JsonElement input, string name) => Value(input.Field(name), name);

    public static double NumberOr(this JsonElement input, string name, double otherwise) =>
        input.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? Value(value, name) : otherwise;

    public static bool Flag(this JsonElement input, string name) =>
        input.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static long Whole(this JsonElement input, string name)
    {
        var value = input.Number(name);
        return value == Math.Floor(value) && Math.Abs(value) < 1L << 53
            ? (long)value
            : throw new ArgumentException($"field '{name}' must be a whole number, not {value}");
    }

    public static double[] Numbers(this JsonElement input, string name) =>
        [.. input.Field(name).EnumerateArray().Select(item => Value(item, name))];

    /// <summary>A number, or one of the strings that stand for values JSON cannot write.</summary>
    public static double Value(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when value.GetString() is "Infinity" => double.PositiveInfinity,
        JsonValueKind.String when value.GetString() is "-Infinity" => double.NegativeInfinity,
        JsonValueKind.String when value.GetString() is "NaN" => double.NaN,
        _ => throw new ArgumentException($"field '{name}' must be a number, not {value.GetRawText()}"),
    };

    /// <summary>A sufficient statistic by its <c>kind</c>: proportion, mean or ratio.</summary>
    public static ISample Sample(this JsonElement input, string name) => Sample(input.Field(name));

    public static ISample Sample(JsonElement sample) => sample.Field("kind").GetString() switch
    {
        "proportion" => Proportion(sample),
        "mean" => Mean(sample),
        "ratio" => new RatioMoments(PairedMoments.FromSums(
            Mean(sample.Field("numerator")), Mean(sample.Field("denominator")), sample.Number("sumOfProducts"))),
        var kind => throw new ArgumentException($"kind '{kind}' is none of proportion, mean, ratio"),
    };

    public static Proportion Proportion(JsonElement sample) => new(sample.Whole("n"), sample.Whole("successes"));

    public static Moments Mean(JsonElement sample) =>
        Moments.FromSums(sample.Whole("n"), sample.Number("sum"), sample.Number("sumSquares"));
}
