using System.Text.Json.Nodes;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;
using static Optimizer.Standalone.Calc.CalcOutput;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors proportion, mean and ratio: two groups side by side, fixed horizon and posterior.</summary>
internal static class ComparisonMethod
{
    private const double DefaultAlpha = 0.05;
    private const double DefaultTuning = 5000;

    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        var alpha = input.NumberOr("alpha", DefaultAlpha);
        var lowerIsBetter = input.Flag("inverse");
        var (control, variant) = (input.Sample("control"), input.Sample("treatment"));
        var relative = Comparison.Between(control, variant, Scale.Relative);
        var absolute = Comparison.Between(control, variant, Scale.Absolute);
        var relativePrior = Prior.Normal(0.02, 0.1).InUnitsOf(control.Mean);
        var output = new JsonObject
        {
            ["control"] = Describe(control),
            ["treatment"] = Describe(variant),
            ["frequentistRelative"] = Frequentist(relative, alpha),
            ["frequentistAbsolute"] = Frequentist(absolute, alpha),
            ["frequentistGreater"] = Frequentist(relative, alpha, Side.Greater),
            ["frequentistLesser"] = Frequentist(relative, alpha, Side.Lesser),
            ["bayesFlatRelative"] = Bayes(relative, Prior.Flat, alpha, lowerIsBetter),
            ["bayesFlatAbsolute"] = Bayes(absolute, Prior.Flat, alpha, lowerIsBetter),
            ["bayesPrior03Relative"] = Bayes(relative, Prior.Normal(0, 0.3), alpha, lowerIsBetter),
            ["bayesPriorAbsoluteDiff"] = Bayes(absolute, relativePrior, alpha, lowerIsBetter),
            ["sequentialRelative"] = relative is { } estimate
                ? SequentialMethod.Describe(estimate, control.Count + variant.Count, new(alpha, DefaultTuning), Side.Two)
                : null,
        };
        if (control is Proportion controlRate && variant is Proportion variantRate)
        {
            var z = Comparison.PooledZ(controlRate, variantRate);
            output["pooledZ"] = new JsonObject
            {
                ["z"] = Number(z),
                ["pValue"] = Number(z is { } value ? 2 * Normal.Standard.Survival(Math.Abs(value)) : null),
            };
        }

        return output;
    }

    public static JsonObject Describe(ISample sample)
    {
        var described = new JsonObject { ["mean"] = Number(sample.Mean), ["variance"] = Number(sample.Variance) };
        if (sample is RatioMoments ratio)
        {
            described["covariance"] = Number(ratio.Pair.Covariance);
        }

        return described;
    }
}
