using System.Text.Json.Nodes;
using Optimizer.Domain.Decisions;
using Optimizer.Domain.Experiments;
using Optimizer.Standalone.Commands;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Standalone.Evaluations;

/// <summary>An evaluation for machines. Shares and lifts are fractions, evidence is the natural logarithm of the odds.</summary>
internal static class EvaluationJson
{
    private const double FixedAlpha = 0.05;

    public static JsonObject Of(EvaluationReport report)
    {
        var (evaluation, recording) = (report.Evaluation, report.Recording);
        return new()
        {
            ["files"] = Texts(report.Files),
            ["metric"] = report.Columns.Metric,
            ["kind"] = report.Kind.ToString().ToLowerInvariant(),
            ["rows"] = recording.Rows,
            ["rowsAre"] = recording.Shape.ToString().ToLowerInvariant(),
            ["days"] = recording.Dated ? evaluation.Days : null,
            ["control"] = new JsonObject
            {
                ["name"] = evaluation.Control,
                ["units"] = evaluation.ControlUnits,
                ["mean"] = JsonValues.Number(evaluation.ControlMean),
            },
            ["variants"] = new JsonArray([.. evaluation.Variants.Select(variant => (JsonNode)Variant(variant, evaluation.Decision))]),
            ["sampleRatio"] = new JsonObject
            {
                ["units"] = new JsonArray([.. report.Units.Select(units => (JsonNode)units)]),
                ["weights"] = JsonValues.Numbers(report.Weights),
                ["logEvidence"] = JsonValues.Number(evaluation.Health.LogSampleRatio),
                ["mismatch"] = evaluation.Health.LogSampleRatio >= Math.Log(new DecisionRules().MismatchOdds),
                ["chiSquaredPValue"] = JsonValues.Number(report.SplitPValue),
            },
            ["decision"] = Decided(evaluation.Decision),
            ["daily"] = evaluation.First is { } first
                ? new JsonObject { ["day"] = evaluation.FirstDay, ["decision"] = Decided(first) }
                : null,
            ["notes"] = Texts(recording.Notes),
        };
    }

    private static JsonObject Variant(VariantDetail variant, Decision decision)
    {
        var look = variant.Look;
        var triggers = new JsonObject();
        foreach (var trigger in decision.Triggers.Where(trigger => trigger.Variant == variant.Name))
        {
            triggers[trigger.Rule] = trigger.Fired;
        }

        return new JsonObject
        {
            ["name"] = variant.Name,
            ["units"] = look.VariantUnits,
            ["mean"] = JsonValues.Number(look.VariantMean),
            ["lift"] = JsonValues.Number(look.Lift),
            ["liftInterval"] = Ends(variant.LiftInterval),
            ["liftIntervalLevel"] = 1 - VariantDetail.Alpha,
            ["difference"] = JsonValues.Number(look.VariantMean - look.ControlMean),
            ["differenceInterval95"] = Ends(variant.Difference?.Interval(FixedAlpha)),
            ["pValue"] = JsonValues.Number(variant.Difference?.PValue()),
            ["chanceToWin"] = JsonValues.Number(look.ChanceToWin),
            ["expectedLossOfVariant"] = JsonValues.Number(variant.LossOfVariant),
            ["expectedLossOfControl"] = JsonValues.Number(variant.LossOfControl),
            ["logEvidenceBetter"] = JsonValues.Number(look.LogBetter),
            ["logEvidenceWorse"] = JsonValues.Number(look.LogWorse),
            ["shrunkLift"] = JsonValues.Number(variant.Shrunk is { } shrunk ? LogRatio.Lifted(shrunk.Mean) : null),
            ["shrunkInterval95"] = Ends(variant.Shrunk?.Interval(FixedAlpha).Map(LogRatio.Lifted)),
            ["detectableLift"] = JsonValues.Number(variant.DetectableLift),
            ["detectableLiftDaily"] = JsonValues.Number(variant.DetectableLiftDaily),
            ["triggers"] = triggers,
        };
    }

    private static JsonObject Decided(Decision decision)
    {
        var throttle = new JsonObject();
        foreach (var (variant, share) in decision.Throttle)
        {
            throttle[variant] = share;
        }

        return new()
        {
            ["code"] = decision.Code,
            ["variant"] = decision.Variant,
            ["dropped"] = Texts(decision.Dropped),
            ["throttle"] = throttle,
            ["reasons"] = Texts(decision.Reasons),
            ["literally"] = Texts(decision.Literally),
        };
    }

    private static JsonArray? Ends(Interval? interval) => interval is { } value ? JsonValues.Ends(value) : null;

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
