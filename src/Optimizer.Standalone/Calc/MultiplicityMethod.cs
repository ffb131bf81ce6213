using System.Text.Json.Nodes;
using Optimizer.Statistics.Designs;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors multiple: adjusted p-values, and rejections by e-values.</summary>
internal static class MultiplicityMethod
{
    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        if (input.TryGetProperty("eValues", out _))
        {
            var (eValues, alpha) = (input.Numbers("eValues"), input.Number("alpha"));
            return new JsonObject
            {
                ["eBonferroni"] = Flags(Multiplicity.EBonferroni(eValues, alpha)),
                ["eBH"] = Flags(Multiplicity.EBenjaminiHochberg(eValues, alpha)),
            };
        }

        var pValues = input.Numbers("pValues");
        return new JsonObject
        {
            ["holm"] = Numbers(Multiplicity.Holm(pValues)),
            ["benjaminiHochberg"] = Numbers(Multiplicity.BenjaminiHochberg(pValues)),
            ["bonferroni"] = Numbers(Multiplicity.Bonferroni(pValues)),
        };
    }
}
