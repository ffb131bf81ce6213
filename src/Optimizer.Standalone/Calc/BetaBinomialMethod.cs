using System.Text.Json.Nodes;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;
using static Optimizer.Standalone.Calc.CalcOutput;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors beta_binomial: exact chance to win and expected loss of rates.</summary>
internal static class BetaBinomialMethod
{
    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        var (alpha, beta) = (input.NumberOr("priorAlpha", 1), input.NumberOr("priorBeta", 1));
        return Describe(
            Beta.Posterior(CalcInput.Proportion(input.Field("control")), alpha, beta),
            Beta.Posterior(CalcInput.Proportion(input.Field("treatment")), alpha, beta));
    }

    public static JsonObject Describe(Beta control, Beta variant)
    {
        var output = BetaBinomial(RateComparison.Between(control, variant));
        output["posteriorMeanControl"] = Number(control.Mean);
        output["posteriorMeanTreatment"] = Number(variant.Mean);
        return output;
    }
}
