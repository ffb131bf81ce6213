using Optimizer.Connectors.Rules;
using Optimizer.Connectors.Simulated;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;

namespace Optimizer.Standalone.Demo;

/// <summary>What only the market knows of a play's last four weeks: means of the goal KPI's true level, without the chance of single units.</summary>
/// <param name="Actual">As things were.</param>
/// <param name="Untouched">Had nothing ever been changed.</param>
/// <param name="Best">At the best setting of every variable that the strategist could ever propose.</param>
/// <param name="Gain">Of what was done over nothing done, a share in the good direction.</param>
/// <param name="Possible">Of the best over nothing done, likewise.</param>
internal sealed record DemoTruth(double Actual, double Untouched, double Best, double Gain, double Possible)
{
    /// <summary>Gain that was left lying, in points of a share.</summary>
    public double Regret => Possible - Gain;

    public static DemoTruth Of(SimulatedMarket market, Play play, DateOnly first, DateOnly last)
    {
        var goal = play.Primary.First();
        var actual = market.Truth.MeanActual(play, goal, first, last);
        var untouched = market.Truth.MeanUntouched(play, goal, first, last);
        var best = market.Truth.MeanBest(play, goal, first, last, [.. MoveCatalogue.Reachable(play)]);
        return new(actual, untouched, best, Good(goal, actual / untouched), Good(goal, best / untouched));
    }

    private static double Good(PlayKpi goal, double ratio) => goal.Direction == KpiDirection.HigherIsBetter ? ratio - 1 : 1 - ratio;
}
