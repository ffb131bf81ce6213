using System.Text.Json.Nodes;
using Optimizer.Statistics.Designs;
using static Optimizer.Standalone.Commands.JsonValues;

namespace Optimizer.Standalone.Calc;

/// <summary>Vectors bandit: Thompson weights by integration, with the floor.</summary>
internal static class BanditMethod
{
    public static JsonNode? Compute(CalcCase given)
    {
        var input = given.Input;
        var floor = input.NumberOr("floor", 0);
        if (input.TryGetProperty("pBest", out _))
        {
            return new JsonObject { ["weights"] = Numbers(ThompsonAllocation.WithFloor(input.Numbers("pBest"), floor)) };
        }

        Statistics.Samples.ISample[] samples = [.. input.Field("arms").EnumerateArray().Select(CalcInput.Sample)];
        var chances = ThompsonAllocation.ChanceOfBest(samples, input.Flag("inverse"));
        var enough = samples.All(sample => sample.Count >= ThompsonAllocation.EnoughUnits);
        return new JsonObject
        {
            ["pBestExact"] = chances is null ? null : Numbers(chances),
            ["weightsExact"] = enough && chances is not null ? Numbers(ThompsonAllocation.WithFloor(chances, floor)) : null,
            ["enoughUnits"] = enough,
            ["updateMessage"] = enough
                ? "successfully updated"
                : $"total sample size must be at least {ThompsonAllocation.EnoughUnits} per variation",
        };
    }
}
