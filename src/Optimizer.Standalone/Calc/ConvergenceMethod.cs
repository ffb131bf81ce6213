using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Domain.Convergence;

namespace Optimizer.Standalone.Calc;

/// <summary>calc convergence: where a run of improvements leaves a play.</summary>
internal static class ConvergenceMethod
{
    public static JsonNode? Compute(JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Object || !input.TryGetProperty("improvements", out var improvements) || improvements.ValueKind != JsonValueKind.Array)
        {
            return SeriesInput.Invalid;
        }

        var experiments = new List<ConcludedExperiment>();
        foreach (var item in improvements.EnumerateArray())
        {
            double? improvement = item.ValueKind == JsonValueKind.Null ? null : SeriesInput.Number(item) ?? double.NaN;
            if (improvement is { } lift && !double.IsFinite(lift))
            {
                return SeriesInput.Invalid;
            }

            experiments.Add(new(improvement));
        }

        var reading = ConvergenceRule.Default.Judge(experiments);
        return new JsonObject
        {
            ["convergedNow"] = reading.IsConverged,
            ["currentRun"] = reading.CurrentRun,
            ["firstConvergedIndex"] = reading.FirstConvergedIndex,
        };
    }
}
