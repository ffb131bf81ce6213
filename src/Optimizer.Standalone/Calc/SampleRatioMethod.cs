using System.Text.Json.Nodes;
using Optimizer.Statistics.Sequential;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors srm: chi-squared and always-valid sample-ratio checks.</summary>
internal static class SampleRatioMethod
{
    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        long[] counts = [.. input.Field("counts").EnumerateArray().Select(count => WholeOf(CalcInput.Value(count, "counts")))];
        var weights = input.Numbers("weights");
        if (!input.TryGetProperty("concentration", out var concentration))
        {
            var preferred = SampleRatio.ChiSquaredPValue(counts, weights);
            return new JsonObject
            {
                ["pValue"] = Number(SampleRatio.ChiSquaredPValue(counts, weights, counts.Length - 1)),
                ["pValuePreferred"] = Number(preferred),
            };
        }

        var evidence = SampleRatio.LogEvidence(counts, weights, CalcInput.Value(concentration, "concentration"));
        return new JsonObject
        {
            ["logE"] = Number(evidence),
            ["pValue"] = Number(Math.Min(1, Math.Exp(-evidence))),
            ["alarmAt0001"] = evidence >= Math.Log(1000),
        };
    }

    private static long WholeOf(double count) => count == Math.Floor(count)
        ? (long)count
        : throw new ArgumentException($"counts must be whole numbers, not {count}");
}
