using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Commands;
using Optimizer.Statistics.Series;

namespace Optimizer.Standalone.Calc;

/// <summary>calc nab_score: worth of an alarm by its position relative to a labelled window.</summary>
internal static class NabScoreMethod
{
    public static JsonNode? Compute(JsonElement input) =>
        SeriesInput.Number(input, "x", double.NaN) is { } position && !double.IsNaN(position)
            ? new JsonObject { ["score"] = JsonValues.Number(DetectorScore.At(position)) }
            : SeriesInput.Invalid;
}
