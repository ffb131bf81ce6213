using System.Text.Json.Nodes;
using Optimizer.Statistics.Comparisons;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Writes values the way the reference vectors name and encode them.</summary>
internal static class CalcOutput
{
    public static JsonObject? Frequentist(Estimate? estimate, double alpha, Side side = Side.Two) => estimate is { } value
        ? new()
        {
            ["expected"] = Number(value.Value),
            ["ci"] = Ends(value.Interval(alpha, side)),
            ["standardError"] = Number(value.StandardError),
            ["errorMessage"] = null,
            ["tStatistic"] = Number(value.TStatistic),
            ["dof"] = Number(value.DegreesOfFreedom),
            ["pValue"] = Number(value.PValue(side)),
        }
        : null;

    public static JsonObject? Bayes(Estimate? estimate, Prior prior, double alpha, bool lowerIsBetter)
    {
        if (estimate is not { } value)
        {
            return null;
        }

        var posterior = Posterior.Of(value, prior);
        var (ofControl, ofVariant) = lowerIsBetter
            ? (posterior.LossOfVariant, posterior.LossOfControl)
            : (posterior.LossOfControl, posterior.LossOfVariant);
        return new()
        {
            ["chanceToWin"] = Number(lowerIsBetter ? posterior.Distribution.Cdf(0) : posterior.ChanceToWin),
            ["expected"] = Number(posterior.Mean),
            ["ci"] = Ends(posterior.Interval(alpha)),
            ["risk"] = new JsonObject { ["chooseControl"] = Number(ofControl), ["chooseTreatment"] = Number(ofVariant) },
            ["posteriorStd"] = Number(posterior.StandardDeviation),
            ["errorMessage"] = null,
        };
    }

    public static JsonObject BetaBinomial(RateComparison comparison) => new()
    {
        ["chanceToWin"] = Number(comparison.ChanceToWin),
        ["expectedLossChooseTreatment"] = Number(comparison.LossOfVariant),
        ["expectedLossChooseControl"] = Number(comparison.LossOfControl),
    };
}
