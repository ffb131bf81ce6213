using Optimizer.Statistics.Distributions;

namespace Optimizer.Domain.Reports;

/// <summary>
/// How far a play is from the best it can reach with what it may change (S0-008, S0-051): what the best of its open
/// hypotheses is expected to add.
/// </summary>
/// <remarks>
/// Effects of this play's hypotheses, as log ratios, are taken as normal. Their mean has the prior N(0, 0.05^2), their
/// spread is 0.05 in a prior that weighs as one exact experiment; each concluded experiment then moves both, less the
/// noisier it was. The distance is the mean of max(0, best of k) under that normal, its range the central 80 %.
/// </remarks>
/// <param name="Experiments">Concluded ones that could be read.</param>
/// <param name="Open">k, hypotheses proposed and not tried yet.</param>
/// <param name="Distance">A share of the KPI; null with fewer than 3 experiments.</param>
/// <param name="Lowest">10 % of all futures lie below.</param>
/// <param name="Highest">10 % lie above.</param>
/// <param name="Method">In words; says why when there is no estimate.</param>
public sealed record LocalMaximum(int Experiments, int Open, double? Distance, double? Lowest, double? Highest, string Method)
{
    public const string NotEnough = "not enough experiments (n<3)";

    private const int Least = 3;
    private const double Prior = 0.05;

    // A play whose hypotheses all did nothing still has an uncertain next one.
    private const double LeastSpread = 0.005;
    private const double Tail = 0.1;
    private const int Steps = 400;

    /// <param name="effects">Of all concluded experiments that could be read; those broken or without an error are left out.</param>
    /// <param name="open">Hypotheses not tried yet; below 1 counts as the three that a diagnosis gives.</param>
    public static LocalMaximum Of(IReadOnlyCollection<TriedEffect> effects, int open)
    {
        ArgumentNullException.ThrowIfNull(effects);
        if (effects.Count < Least)
        {
            return new(effects.Count, open, null, null, null, NotEnough);
        }

        var (known, k) = (open >= 1, open >= 1 ? open : 3);
        var spread = Spread(effects);
        var mean = Mean(effects, spread);
        var next = new Normal(mean, spread);
        var of = known ? $"the {Units.Many(k, "hypothesis", "hypotheses")} still open" : "the next three hypotheses";
        return new(
            effects.Count, open, Math.Exp(ExpectedBest(next, k)) - 1, Ahead(next, k, Tail), Ahead(next, k, 1 - Tail),
            $"what the best of {of} would add if they do as the {effects.Count} concluded ones did "
            + $"(normal effects, mean {Units.Change(mean)}, spread {Units.Share(spread)}, both pulled towards a prior of 0 and 5 %; range: central 80 %)");
    }

    /// <summary>The level the KPI would have there; null when either is not known.</summary>
    /// <param name="now">Its mean day now.</param>
    /// <param name="lowerIsBetter">Whether a fall is the gain.</param>
    public double? Level(double? now, bool lowerIsBetter) => lowerIsBetter ? now * (1 - Distance) : now * (1 + Distance);

    // Method of moments: each squared effect less the square of its error, an experiment as noisy as the prior is wide counting a quarter.
    private static double Spread(IReadOnlyCollection<TriedEffect> effects)
    {
        var (sum, weight) = (Prior * Prior, 1.0);
        foreach (var effect in effects)
        {
            var exact = Math.Pow(Prior * Prior / (Prior * Prior + effect.Error * effect.Error), 2);
            sum += exact * (Math.Pow(Log(effect), 2) - effect.Error * effect.Error);
            weight += exact;
        }

        return Math.Sqrt(Math.Max(LeastSpread * LeastSpread, sum / weight));
    }

    private static double Mean(IReadOnlyCollection<TriedEffect> effects, double spread)
    {
        var (sum, weight) = (0.0, 1 / (Prior * Prior));
        foreach (var effect in effects)
        {
            var precision = 1 / (spread * spread + effect.Error * effect.Error);
            sum += precision * Log(effect);
            weight += precision;
        }

        return sum / weight;
    }

    private static double Log(TriedEffect effect) => Math.Log(1 + effect.Gain);

    // Mean of max(0, best) = integral over x > 0 of the chance that the best lies above x.
    private static double ExpectedBest(Normal next, int k)
    {
        var end = Math.Max(0, next.Mean) + 8 * next.StandardDeviation;
        var step = end / Steps;
        var sum = 0.0;
        for (var i = 0; i < Steps; i++)
        {
            sum += step * (1 - Math.Pow(next.Cdf((i + 0.5) * step), k));
        }

        return sum;
    }

    private static double Ahead(Normal next, int k, double chance) =>
        Math.Exp(Math.Max(0, next.Quantile(Math.Pow(chance, 1.0 / k)))) - 1;
}
