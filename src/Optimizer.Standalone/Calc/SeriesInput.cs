using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Domain.Kpis;

namespace Optimizer.Standalone.Calc;

/// <summary>Reads the numbers of the series methods; infinities and NaN stand as strings, as JSON has none.</summary>
internal static class SeriesInput
{
    /// <summary>A Monday: day 0 of a series whose first weekday is 0.</summary>
    private static readonly DateOnly Monday = new(2001, 1, 1);

    public static JsonObject Invalid => new() { ["error"] = "INVALID_INPUT" };

    /// <summary>The number, NaN for null (a missing marker), or null when it is none.</summary>
    public static double? Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => element.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        },
        _ => null,
    };

    /// <summary>The property as a number, <paramref name="fallback"/> when it is absent, or null when it is none.</summary>
    public static double? Number(JsonElement input, string name, double fallback) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty(name, out var element) ? Number(element) : fallback;

    /// <summary>The property as numbers, or null when it is absent or holds anything else.</summary>
    public static double[]? Numbers(JsonElement input, string name)
    {
        if (input.ValueKind != JsonValueKind.Object || !input.TryGetProperty(name, out var element) || element.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var numbers = new List<double>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            if (Number(item) is not { } number)
            {
                return null;
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    /// <summary>Whether the figures are what a KPI's may be: finite and 0 or more.</summary>
    public static bool AreFigures(double[] numbers) => Array.TrueForAll(numbers, number => double.IsFinite(number) && number >= 0);

    /// <summary>The property as a series whose first day falls on the input's firstDayOfWeekIndex (0 is Monday), or null when refused.</summary>
    /// <remarks>An empty series cannot be built: callers ask for its length first.</remarks>
    public static KpiSeries? Series(JsonElement input, double[] numbers)
    {
        var weekday = Number(input, "firstDayOfWeekIndex", 0);
        if (weekday is not (>= 0 and <= 6) || !double.IsInteger(weekday.Value))
        {
            return null;
        }

        var kpi = new Kpi("series", KpiDirection.HigherIsBetter, KpiKind.Rate);
        var check = KpiSeries.Create(kpi, Monday.AddDays((int)weekday), numbers.Select(number => (double?)number));
        return check is KpiSeriesCheck.Accepted accepted ? accepted.Series : null;
    }
}
