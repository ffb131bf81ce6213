using System.Text.Json;
using System.Text.Json.Nodes;
using Optimizer.Statistics.Sequential;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors eprocess_conversions: exact always-valid evidence on converters.</summary>
internal static class EProcessMethod
{
    // Midpoint rules of two widths, extrapolated, agree with the integral over the continuous prior to ten digits.
    private const int ContinuousPoints = 20_000;
    private const double ContinuousSpan = 10;

    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        ConversionStratum[] strata = [.. input.Field("days").EnumerateArray().Select(Stratum)];
        var tau = input.Number("tau");
        var process = new EProcess(tau, (int)input.Whole("gridPoints"), input.Number("gridSpan"));
        var coarse = new EProcess(tau, ContinuousPoints, ContinuousSpan);
        var fine = new EProcess(tau, 2 * ContinuousPoints, ContinuousSpan);
        var (better, worse) = (process.LogBetter(strata), process.LogWorse(strata));
        return new JsonObject
        {
            ["logEBetter"] = Number(better),
            ["logEWorse"] = Number(worse),
            ["alwaysValidPBetter"] = Number(Math.Min(1, Math.Exp(-better))),
            ["alwaysValidPWorse"] = Number(Math.Min(1, Math.Exp(-worse))),
            ["adoptAtAlpha010"] = better >= Math.Log(10),
            ["harmAtAlpha005"] = worse >= Math.Log(20),
            ["csLift90"] = Ends(process.Lift(strata, input.Number("alphaCS"))),
            ["logNumeratorTwoSided"] = Number(process.LogEither(strata)),
            ["continuousPriorLogE"] = Numbers([
                Extrapolated(coarse.LogBetter(strata), fine.LogBetter(strata)),
                Extrapolated(coarse.LogWorse(strata), fine.LogWorse(strata)),
            ]),
        };
    }

    /// <summary>Richardson: the midpoint rule's error falls with the square of the width.</summary>
    private static double Extrapolated(double coarse, double fine) => fine + (fine - coarse) / 3;

    public static ConversionStratum Stratum(JsonElement day) => new(
        day.Number("treatmentWeight"), day.Whole("controlConversions"), day.Whole("treatmentConversions"));
}
