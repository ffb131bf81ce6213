using System.Text.Json.Nodes;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;
using static Optimizer.Standalone.Calc.CalcOutput;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors edge_cases: what is used where the normal approximation has no answer.</summary>
internal static class EdgeCasesMethod
{
    private const double DefaultAlpha = 0.05;
    private const double DefaultTuning = 5000;
    private const long FewestUnits = 100;
    private static readonly EProcess Harm = new(0.5);
    private static readonly EProcess Gain = new(0.2);

    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        var alpha = input.NumberOr("alpha", DefaultAlpha);
        var sequence = new ConfidenceSequence(alpha, DefaultTuning);
        var (control, variant) = (input.Sample("control"), input.Sample("treatment"));
        var relative = Comparison.Between(control, variant, Scale.Relative);
        var absolute = Comparison.Between(control, variant, Scale.Absolute);
        var total = control.Count + variant.Count;
        var mustUse = new JsonObject
        {
            ["relative"] = Frequentist(relative, alpha),
            ["absolute"] = Frequentist(absolute, alpha),
        };
        var output = new JsonObject
        {
            ["control"] = ComparisonMethod.Describe(control),
            ["treatment"] = ComparisonMethod.Describe(variant),
            ["frequentist"] = Frequentist(relative, alpha),
            ["bayes"] = Bayes(relative, Prior.Flat, alpha, lowerIsBetter: false),
            ["sequential"] = relative is { } estimate ? SequentialMethod.Describe(estimate, total, sequence, Side.Two) : null,
            ["srm"] = Number(SampleRatio.ChiSquaredPValue([control.Count, variant.Count], [0.5, 0.5])),
            ["mustUse"] = mustUse,
        };
        if (control is Proportion controlRate && variant is Proportion variantRate)
        {
            ConversionStratum[] strata = [new(0.5, controlRate.Successes, variantRate.Successes)];
            output["logE"] = Numbers([Gain.LogBetter(strata), Gain.LogWorse(strata)]);
            mustUse["betaBinomial"] = BetaBinomialMethod.Describe(Beta.Posterior(controlRate), Beta.Posterior(variantRate));
            mustUse["logEBetter"] = Number(Gain.LogBetter(strata));
            mustUse["logEWorse"] = Number(Harm.LogWorse(strata));
            mustUse["harm"] = Harm.LogWorse(strata) >= Math.Log(20);
        }

        if (Math.Min(control.Count, variant.Count) < FewestUnits)
        {
            mustUse["decision"] = $"EXTEND (minimum {FewestUnits} per arm)";
        }

        return output;
    }
}
