using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Experiments;

/// <summary>
/// Days of an experiment added up. Days of equal weights merge into one stratum; days of different weights never do,
/// because pooling them under a moving base rate reverses effects (Simpson's paradox). Immutable.
/// </summary>
/// <typeparam name="TSample">The metric's sufficient statistic.</typeparam>
public sealed class Tally<TSample>
    where TSample : struct, IMergeableSample<TSample>
{
    /// <summary>No day yet.</summary>
    public static readonly Tally<TSample> Empty = new([]);

    private Tally(IReadOnlyList<ExperimentDay<TSample>> strata) => Strata = strata;

    /// <summary>One entry per configured split that was in force.</summary>
    public IReadOnlyList<ExperimentDay<TSample>> Strata { get; }

    /// <summary>This tally with one more day.</summary>
    /// <exception cref="ArgumentException">The day has another number of variants.</exception>
    public Tally<TSample> With(ExperimentDay<TSample> day)
    {
        ArgumentNullException.ThrowIfNull(day);
        if (Strata.Count > 0 && Strata[0].Samples.Count != day.Samples.Count)
        {
            throw new ArgumentException(
                $"the day has {day.Samples.Count} variants, the days before had {Strata[0].Samples.Count}", nameof(day));
        }

        var strata = Strata.ToList();
        var at = strata.FindIndex(stratum => stratum.SameWeights(day));
        if (at < 0)
        {
            strata.Add(day);
        }
        else
        {
            strata[at] = new(day.Weights, [.. strata[at].Samples.Zip(day.Samples, (left, right) => left + right)]);
        }

        return new(strata);
    }

    /// <summary>Units of one variant over all strata; 0 is control.</summary>
    public long Units(int variant) => Strata.Sum(stratum => stratum.Samples[variant].Count);

    /// <summary>
    /// Mean and variance of one variant as if every stratum had the traffic shares that control and the other variant
    /// have together: Σ W m with variance Σ W² v/n, W the stratum's share of the pair's units. Strata in which either
    /// has no units tell nothing of their difference and are left out.
    /// </summary>
    public StandardisedSample Standardise(int variant, int pairedWith)
    {
        if (Strata.Count == 1)
        {
            return StandardisedSample.Of(Strata[0].Samples[variant]);
        }

        var told = Strata.Where(stratum => stratum.Samples[variant].Count > 0 && stratum.Samples[pairedWith].Count > 0).ToList();
        var total = told.Sum(PairUnits);
        var (mean, squaredError) = (0.0, 0.0);
        foreach (var stratum in told)
        {
            var share = (double)PairUnits(stratum) / total;
            var sample = stratum.Samples[variant];
            mean += share * sample.Mean;
            squaredError += share * share * sample.Variance / sample.Count;
        }

        var units = told.Sum(stratum => stratum.Samples[variant].Count);
        return new(units, mean, squaredError * units);

        long PairUnits(ExperimentDay<TSample> stratum) => stratum.Samples[variant].Count + stratum.Samples[pairedWith].Count;
    }
}
