using System.Text.Json.Nodes;
using Optimizer.Standalone.Commands;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors group_sequential: z bounds of looks fixed beforehand.</summary>
internal static class GroupSequentialMethod
{
    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        return new JsonObject
        {
            ["zBounds"] = JsonValues.Numbers(GroupSequential.Bounds(
                input.Numbers("informationFractions"), input.Number("alpha"), input.Number("phi"), (int)input.Whole("sides"),
                input.NumberOr("truncation", 8))),
        };
    }
}
