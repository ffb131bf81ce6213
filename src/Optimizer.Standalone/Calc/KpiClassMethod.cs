using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Domain.Monitoring;
using Optimizer.Standalone.Commands;
using Monitor = Optimizer.Domain.Monitoring.Monitor;

namespace Optimizer.Standalone.Calc;

/// <summary>calc kpi_class: the class of a daily series without gaps.</summary>
internal static class KpiClassMethod
{
    public static JsonNode? Compute(JsonElement input)
    {
        if (SeriesInput.Numbers(input, "series") is not { } numbers || !SeriesInput.AreFigures(numbers))
        {
            return SeriesInput.Invalid;
        }

        var rules = MonitoringRules.Default;
        if (numbers.Length < rules.NeedDays)
        {
            return new JsonObject { ["class"] = JsonValues.Name(KpiClass.InsufficientData), ["r"] = null, ["needDays"] = rules.NeedDays };
        }

        if (SeriesInput.Series(input, numbers) is not { } series)
        {
            return SeriesInput.Invalid;
        }

        var reading = Monitor.Classify(series, rules);
        var output = new JsonObject { ["class"] = JsonValues.Name(reading.Class), ["r"] = JsonValues.Number(reading.Change) };
        if (reading.Change is not null)
        {
            output["rWeekly"] = new JsonArray([.. reading.WeeklyChanges.Select(JsonValues.Number)]);
        }

        return output;
    }
}
