using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Samples;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors decision_policy: the tiered decision day by day until it is no longer "extend".</summary>
internal static class DecisionPolicyMethod
{
    // The vectors' order of rules has no novelty check.
    private static readonly DecisionRules Rules = new() { NoveltyFromDay = null };

    public static JsonNode? Compute(CalcCase given)
    {
        var progress = new ExperimentProgress<Proportion>(["control", "treatment"], new ConversionLook().At);
        var path = new JsonArray();
        var decision = DecisionKind.Extend;
        foreach (var day in given.Input.Field("days").EnumerateArray())
        {
            progress = progress.With(Day(day));
            var (reading, health) = (progress.Read(), progress.Health());
            var made = DecisionRule.Decide(reading, health, Rules);
            path.Add((JsonNode)Step(reading, health, made));
            decision = made.Kind;
            if (decision != DecisionKind.Extend)
            {
                break;
            }
        }

        return new JsonObject
        {
            ["finalDay"] = progress.Day,
            ["finalDecision"] = path.Count == 0 ? null : (string)path[^1]!["decision"]!,
            ["path"] = path,
        };
    }

    private static ExperimentDay<Proportion> Day(JsonElement day)
    {
        var weight = day.Number("treatmentWeight");
        return new(
            [1 - weight, weight],
            [
                new(day.Whole("controlVisitors"), day.Whole("controlConversions")),
                new(day.Whole("treatmentVisitors"), day.Whole("treatmentConversions")),
            ]);
    }

    private static JsonObject Step(ExperimentReading reading, Health health, Decision decision)
    {
        var look = reading.Variants[0].Today;
        var triggers = new JsonObject();
        foreach (var trigger in decision.Triggers)
        {
            triggers[trigger.Rule] = trigger.Fired;
        }

        return new()
        {
            ["day"] = reading.Day,
            ["decision"] = decision.Code,
            ["pBest"] = Number(look.ChanceToWin),
            ["lift"] = Number(look.Lift),
            ["logEBetter"] = Number(look.LogBetter),
            ["logEWorseTau05"] = Number(look.LogWorse),
            ["logESrm"] = Number(health.LogSampleRatio),
            ["triggers"] = triggers,
        };
    }
}
