using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Domain.Monitoring;
using Optimizer.Standalone.Commands;

namespace Optimizer.Standalone.Calc;

/// <summary>calc kpi_drift: the three-day average against the 14-day baseline, raw and without the weekday pattern.</summary>
internal static class KpiDriftMethod
{
    public static JsonNode? Compute(JsonElement input)
    {
        if (SeriesInput.Numbers(input, "series") is not { } numbers || !SeriesInput.AreFigures(numbers))
        {
            return SeriesInput.Invalid;
        }

        if (numbers.Length < Drift.NeedDays)
        {
            return new JsonObject { ["status"] = "insufficient_data" };
        }

        if (SeriesInput.Series(input, numbers) is not { } series)
        {
            return SeriesInput.Invalid;
        }

        var reading = Drift.Measure(series, MonitoringRules.Default);
        var output = Measure(reading.Raw ?? throw new InvalidOperationException("a series without gaps of this length has a drift"));
        if (reading is { Deseasonalised: { } adjusted, Index: { } index })
        {
            output["deseasonalised"] = Measure(adjusted);
            output["weekdayIndex"] = JsonValues.Numbers(index.Factors);
        }

        return output;
    }

    private static JsonObject Measure(DriftMeasure measure) => new()
    {
        ["ema3"] = JsonValues.Number(measure.Average),
        ["baseline14"] = JsonValues.Number(measure.Baseline),
        ["drift"] = JsonValues.Number(measure.Change),
    };
}
