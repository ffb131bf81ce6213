using Optimizer.Statistics.Samples;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>
/// Where an experiment takes place: Poisson traffic and a base rate, both with a weekday pattern, two variants.
/// </summary>
/// <param name="Visitors">Visitors of an average day, both variants together.</param>
/// <param name="BaseRate">Conversion rate of control on an average day.</param>
/// <param name="Lift">True relative effect; -1 is total breakage.</param>
internal sealed record World(double Visitors, double BaseRate, double Lift = 0)
{
    // The statistics note says "weekday pattern" without its numbers; these have mean 1 and are ours.
    private static readonly double[] Traffic = [1.08, 1.10, 1.09, 1.06, 1.00, 0.82, 0.85];
    private static readonly double[] Rate = [1.03, 1.04, 1.03, 1.01, 0.98, 0.95, 0.96];

    /// <summary>Experiments start on any weekday.</summary>
    public static int Start(Random chance) => (int)(chance.NextDouble() * 7);

    /// <summary>Base rate of a day, a Monday being 0.</summary>
    public double RateOn(int day) => BaseRate * Rate[day % 7];

    /// <summary>Visitors of one day, split evenly.</summary>
    public (Proportion Control, Proportion Variant) Draw(Random chance, int day) =>
        (DrawGroup(chance, day, 0.5, 0), DrawGroup(chance, day, 0.5, Lift));

    /// <summary>Visitors of one day that a weight and a lift get.</summary>
    public Proportion DrawGroup(Random chance, int day, double weight, double lift) =>
        Draw(chance, Visitors * Traffic[day % 7] * weight, RateOn(day) * (1 + lift));

    /// <summary>Converters and others as independent Poisson draws: thinning.</summary>
    public static Proportion Draw(Random chance, double visitors, double rate)
    {
        var converted = Poisson(chance, visitors * rate);
        return new(converted + Poisson(chance, visitors * (1 - rate)), converted);
    }

    private static long Poisson(Random chance, double mean) => mean > 0 ? MathNet.Numerics.Distributions.Poisson.Sample(chance, mean) : 0;
}
