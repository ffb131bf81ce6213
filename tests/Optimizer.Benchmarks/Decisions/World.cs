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

    /// <summary>Visitors of one day, a Monday being 0: converters and others as independent Poisson draws (thinning).</summary>
    public (Proportion Control, Proportion Variant) Draw(Random chance, int day)
    {
        var weekday = day % 7;
        var visitors = Visitors * Traffic[weekday] / 2;
        var rate = BaseRate * Rate[weekday];
        return (Draw(chance, visitors, rate), Draw(chance, visitors, rate * (1 + Lift)));
    }

    public static Proportion Draw(Random chance, double visitors, double rate)
    {
        var converted = Poisson(chance, visitors * rate);
        return new(converted + Poisson(chance, visitors * (1 - rate)), converted);
    }

    private static long Poisson(Random chance, double mean) => mean > 0 ? MathNet.Numerics.Distributions.Poisson.Sample(chance, mean) : 0;
}
