using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Samples;
using static Optimizer.Standalone.Calc.CalcOutput;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors cuped: regression adjustment of means and ratios.</summary>
internal static class CupedMethod
{
    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        var alpha = input.Number("alpha");
        var (control, variant) = (input.Field("control"), input.Field("treatment"));
        var adjustment = control.Field("kind").GetString() switch
        {
            "cuped_mean" => CovariateAdjustment.OfMeans(Means(control), Means(variant)),
            "cuped_ratio" => CovariateAdjustment.OfRatios(Ratios(control), Ratios(variant)),
            var kind => throw new ArgumentException($"kind '{kind}' is neither cuped_mean nor cuped_ratio"),
        };
        var relative = adjustment.Estimate(Scale.Relative);
        return new JsonObject
        {
            ["theta"] = Number(adjustment.Theta),
            ["controlAdjustedMean"] = Number(adjustment.ControlMean),
            ["treatmentAdjustedMean"] = Number(adjustment.VariantMean),
            ["controlAdjustedVariance"] = Number(adjustment.ControlVariance),
            ["treatmentAdjustedVariance"] = Number(adjustment.VariantVariance),
            ["frequentistRelative"] = Frequentist(relative, alpha),
            ["frequentistAbsolute"] = Frequentist(adjustment.Estimate(Scale.Absolute), alpha),
            ["bayesFlatRelative"] = Bayes(relative, Prior.Flat, alpha, input.Flag("inverse")),
            ["varianceReduction"] = Number(adjustment.VarianceReduction),
        };
    }

    private static PairedMoments Means(JsonElement group) => PairedMoments.FromSums(
        CalcInput.Mean(group.Field("post")), CalcInput.Mean(group.Field("pre")), group.Number("sumOfProducts"));

    private static CovariateMoments Ratios(JsonElement group)
    {
        var post = new RatioMoments(Pair("mPost", "dPost", "mPostDPost"));
        var pre = new RatioMoments(Pair("mPre", "dPre", "mPreDPre"));
        return CovariateMoments.OfRatio(
            post, pre, Pair("mPost", "mPre", "mPostMPre").Covariance, Pair("dPost", "dPre", "dPostDPre").Covariance,
            Pair("mPost", "dPre", "mPostDPre").Covariance, Pair("mPre", "dPost", "mPreDPost").Covariance);

        PairedMoments Pair(string first, string second, string products) => PairedMoments.FromSums(
            CalcInput.Mean(group.Field(first)), CalcInput.Mean(group.Field(second)), group.Number(products));
    }
}
