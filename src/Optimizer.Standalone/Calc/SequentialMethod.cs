using System.Text.Json.Nodes;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Sequential;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors sequential_acs: asymptotic confidence sequences on the relative, absolute and log-ratio scale.</summary>
internal static class SequentialMethod
{
    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        var (control, variant) = (input.Sample("control"), input.Sample("treatment"));
        var sequence = new ConfidenceSequence(input.Number("alpha"), input.Number("tuningN"));
        var total = control.Count + variant.Count;
        if (input.TryGetProperty("differenceType", out var type))
        {
            var scale = type.GetString() switch
            {
                "relative" => Scale.Relative,
                "absolute" => Scale.Absolute,
                var other => throw new ArgumentException($"differenceType '{other}' is neither relative nor absolute"),
            };
            return Comparison.Between(control, variant, scale) is { } estimate
                ? Describe(estimate, total, sequence, SideOf(input.Field("side").GetString()))
                : new JsonObject { ["error"] = "no estimate: no units, no variation or a control mean of 0" };
        }

        if (LogRatio.Between(control, variant) is not { } ratio)
        {
            return new JsonObject { ["error"] = "no log ratio: a mean is not above 0 or nothing varies" };
        }

        return new JsonObject
        {
            ["logRatio"] = Number(ratio.Value),
            ["standardErrorLog"] = Number(ratio.StandardError),
            ["halfWidthLog"] = Number(ratio.StandardError * sequence.Multiplier(total)),
            ["lift"] = Number(ratio.Lift),
            ["ciLift"] = Ends(ratio.LiftInterval(sequence, total)),
            ["pValue"] = Number(sequence.PValue(ratio.Value, ratio.StandardError, total)),
        };
    }

    public static JsonObject Describe(Estimate estimate, long total, ConfidenceSequence sequence, Side side) => new()
    {
        ["expected"] = Number(estimate.Value),
        ["ci"] = Ends(sequence.Interval(estimate.Value, estimate.StandardError, total, side)),
        ["pValue"] = Number(sequence.PValue(estimate.Value, estimate.StandardError, total, side)),
        ["rho"] = Number(sequence.Rho(side)),
        ["halfWidth"] = Number(estimate.StandardError * sequence.Multiplier(total, side)),
        ["standardError"] = Number(estimate.StandardError),
        ["errorMessage"] = null,
        ["pValueErrorMessage"] = null,
    };

    private static Side SideOf(string? side) => side switch
    {
        "two" => Side.Two,
        "greater" => Side.Greater,
        "lesser" => Side.Lesser,
        _ => throw new ArgumentException($"side '{side}' is none of two, greater, lesser"),
    };
}
