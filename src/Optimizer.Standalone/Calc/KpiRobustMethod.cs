using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Domain.Monitoring;
using Optimizer.Standalone.Commands;
using Optimizer.Statistics.Series;

namespace Optimizer.Standalone.Calc;

/// <summary>calc kpi_robust: the daily detector on the last day of a series, or a cumulative sum over scores.</summary>
internal static class KpiRobustMethod
{
    public static JsonNode? Compute(JsonElement input) =>
        input.ValueKind == JsonValueKind.Object && input.TryGetProperty("z", out _) ? Shifts(input) : Day(input);

    private static JsonObject Day(JsonElement input)
    {
        if (SeriesInput.Numbers(input, "series") is not { } numbers || !SeriesInput.AreFigures(numbers))
        {
            return SeriesInput.Invalid;
        }

        if (numbers.Length < DailyDetector.NeedDays)
        {
            return new() { ["status"] = "insufficient_data", ["needDays"] = DailyDetector.NeedDays };
        }

        if (SeriesInput.Series(input, numbers) is not { } series)
        {
            return SeriesInput.Invalid;
        }

        var reading = DailyDetector.Score(series, MonitoringRules.Default);
        return new()
        {
            ["weekdayIndex"] = JsonValues.Numbers(reading.Index?.Factors ?? []),
            ["median"] = JsonValues.Number(reading.Median),
            ["sigma"] = JsonValues.Number(reading.Scale),
            ["adjusted"] = JsonValues.Number(reading.Adjusted),
            ["z"] = JsonValues.Number(reading.Score),
            ["flag"] = Name(reading.Flag),
            ["severe"] = reading.IsExtreme,
        };
    }

    private static string Name(DaySide side) => JsonNamingPolicy.SnakeCaseLower.ConvertName(side.ToString());

    private static JsonObject Shifts(JsonElement input)
    {
        var allowance = SeriesInput.Number(input, "k", 0.5);
        var limit = SeriesInput.Number(input, "h", 8);
        var clip = SeriesInput.Number(input, "clip", 4);
        if (SeriesInput.Numbers(input, "z") is not { } scores
            || Array.Exists(scores, double.IsNaN)
            || allowance is not >= 0
            || limit is not > 0
            || !double.IsFinite(allowance.Value)
            || !double.IsFinite(limit.Value)
            || !(clip > allowance))
        {
            return SeriesInput.Invalid;
        }

        var alarms = new Cusum(allowance.Value, limit.Value, clip.Value).Scan(scores)
            .Select(alarm => (JsonNode)new JsonArray(alarm.Index, alarm.Direction == CusumDirection.Up ? "up" : "down"));
        return new() { ["alarms"] = new JsonArray(alarms.ToArray()) };
    }
}
