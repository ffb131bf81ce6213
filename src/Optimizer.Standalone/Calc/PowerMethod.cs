using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Designs;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors power: power and detectable effect before the start, sample sizes, and users still needed.</summary>
internal static class PowerMethod
{
    public static JsonNode? Compute(CalcCase given) => given.Input switch
    {
        var input when input.TryGetProperty("metric", out var metric) => Planned(input, metric),
        var input when input.TryGetProperty("baseRate", out _) => Rates(input),
        var input when input.TryGetProperty("sd", out _) => Means(input),
        var input when input.TryGetProperty("targetMde", out _) => Running(input),
        _ => throw new ArgumentException("the input is none of: metric, baseRate, sd, targetMde"),
    };

    private static JsonObject Planned(JsonElement input, JsonElement metric)
    {
        var (mean, variance) = metric.Field("type").GetString() switch
        {
            "binomial" => (metric.Number("conversionRate"), metric.Number("conversionRate") * (1 - metric.Number("conversionRate"))),
            "mean" => (metric.Number("mean"), Math.Pow(metric.Number("standardDeviation"), 2)),
            var type => throw new ArgumentException($"metric type '{type}' is neither binomial nor mean"),
        };
        var (alpha, target, total) = (input.Number("alpha"), input.Number("targetPower"), input.Number("totalUsers"));
        var perGroup = total / input.Whole("variations");
        var effect = metric.Number("effectSize");
        var (once, daily) = (Power.FixedHorizon(alpha), Power.AlwaysValid(alpha, input.Number("tuningN"), 2 * perGroup));
        return new()
        {
            ["power"] = Number(once.Planned(effect, mean, variance, perGroup)),
            ["powerSequential"] = Number(daily.Planned(effect, mean, variance, perGroup)),
            ["mde"] = Mde(once.MinimumDetectableEffect(target, mean, variance, perGroup)),
            ["mdeSequential"] = Mde(daily.MinimumDetectableEffect(target, mean, variance, perGroup)),
        };
    }

    private static JsonObject Mde(double? mde) => mde is { } value
        ? new() { ["type"] = "success", ["mde"] = Number(value) }
        : new() { ["type"] = "error", ["description"] = "need to increase number of users or reduce number of variations." };

    private static JsonObject Rates(JsonElement input)
    {
        var size = new SampleSize(input.Number("alpha"), input.Number("power"));
        var (rate, mde) = (input.Number("baseRate"), input.Number("relativeMde"));
        var unpooled = size.OfRate(rate, mde);
        return new()
        {
            ["perArmUnpooled"] = Number(Math.Ceiling(unpooled)),
            ["perArmUnpooledReal"] = Number(unpooled),
            ["perArmRelativeDelta"] = Number(Math.Ceiling(size.OfRateRelative(rate, mde))),
            ["perArmSequentialLogRatio"] = Number(Math.Ceiling(size.OfRateSequential(rate, mde))),
            ["arcsinePerArm"] = Number(size.OfRateArcsine(rate, mde)),
        };
    }

    private static JsonObject Means(JsonElement input)
    {
        var size = new SampleSize(input.Number("alpha"), input.Number("power"));
        var (mean, deviation, mde) = (input.Number("mean"), input.Number("sd"), input.Number("relativeMde"));
        var normal = size.OfMean(mean, deviation, mde);
        return new()
        {
            ["perArmNormal"] = Number(Math.Ceiling(normal)),
            ["perArmNormalReal"] = Number(normal),
            ["perArmT"] = Number(size.OfMeanStudent(mean, deviation, mde)),
        };
    }

    private static JsonObject Running(JsonElement input)
    {
        var (control, variant) = (input.Sample("control"), input.Sample("treatment"));
        var estimate = Comparison.Between(control, variant, Scale.Relative)
            ?? throw new ArgumentException("no estimate: no units, no variation or a control mean of 0");
        var (alpha, target, total) = (input.Number("alpha"), input.Number("targetPower"), control.Count + variant.Count);
        var needed = RemainingSample.Find(
            estimate.StandardError, total, input.Number("targetMde"), target, alpha,
            input.Flag("sequential") ? input.Number("tuningN") : null);
        return new()
        {
            ["powerNow"] = Number(needed.PowerNow),
            ["additionalUsers"] = Number(needed.ScalingFactor * total),
            ["scalingFactor"] = Number(needed.ScalingFactor),
            ["message"] = "successful",
        };
    }
}
