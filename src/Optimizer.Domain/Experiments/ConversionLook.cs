using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Domain.Experiments;

/// <summary>
/// Looks at conversions: exact always-valid evidence on who converted, exact beta posteriors for the chance to win.
/// Unit = visitor, first conversion only, booked to the assignment day.
/// </summary>
public sealed class ConversionLook
{
    private readonly EProcess _gain;
    private readonly EProcess _harm;
    private readonly bool _lowerIsBetter;

    /// <param name="gainTau">Mixture width for gains, in log ratio.</param>
    /// <param name="harmTau">Mixture width for harm: wider, so that breakage is reached fast.</param>
    /// <param name="lowerIsBetter">True for rates that should fall, such as unsubscribes.</param>
    public ConversionLook(double gainTau = 0.2, double harmTau = 0.5, bool lowerIsBetter = false)
    {
        _gain = new(gainTau);
        _harm = new(harmTau);
        _lowerIsBetter = lowerIsBetter;
    }

    public VariantLook At(Tally<Proportion> tally, int variant)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var (control, changed) = (tally.Standardise(0, variant), tally.Standardise(variant, 0));
        var strata = (Converters(tally, variant), NonConverters(tally, variant), control.Mean + changed.Mean > 1);
        var chance = RateComparison.Chance(Posterior(tally, 0, variant), Posterior(tally, variant, 0));
        return new(
            tally.Units(0), tally.Units(variant), control.Mean, changed.Mean,
            _lowerIsBetter ? 1 - chance : chance, LogBetter(strata), LogWorse(strata), null, _lowerIsBetter);
    }

    /// <summary>What a watch needs to know of a variant: a fifth of the cost of a whole look, most of which goes into the chance to win.</summary>
    public HarmLook HarmAt(Tally<Proportion> tally, int variant)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var (control, changed) = (tally.Standardise(0, variant), tally.Standardise(variant, 0));
        return new(
            Math.Min(tally.Units(0), tally.Units(variant)),
            VariantLook.GainOf(control.Mean, changed.Mean, _lowerIsBetter),
            LogWorse((Converters(tally, variant), NonConverters(tally, variant), control.Mean + changed.Mean > 1)));
    }

    /// <summary>Converters of control and one variant, stratum by stratum, with the weight among the two.</summary>
    public static IReadOnlyList<ConversionStratum> Converters(Tally<Proportion> tally, int variant) =>
        Strata(tally, variant, sample => sample.Successes);

    /// <summary>
    /// Beta posterior of a variant's rate from a Beta(1, 1) prior. Over several strata the prior is shared out by traffic
    /// and the standardised rate takes the beta of the same mean and variance.
    /// </summary>
    public static Beta Posterior(Tally<Proportion> tally, int variant, int pairedWith)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var told = tally.Strata.Where(stratum => stratum.Samples[variant].Count > 0 && stratum.Samples[pairedWith].Count > 0).ToList();
        if (told.Count <= 1)
        {
            return Beta.Posterior(told.Count == 1
                ? told[0].Samples[variant]
                : tally.Strata.Aggregate(default(Proportion), (sum, stratum) => sum + stratum.Samples[variant]));
        }

        double Units(ExperimentDay<Proportion> stratum) => stratum.Samples[variant].Count + stratum.Samples[pairedWith].Count;
        var total = told.Sum(Units);
        var (mean, variance) = (0.0, 0.0);
        foreach (var stratum in told)
        {
            var share = Units(stratum) / total;
            var rate = Beta.Posterior(stratum.Samples[variant], share, share);
            mean += share * rate.Mean;
            variance += share * share * rate.Variance;
        }

        var weight = mean * (1 - mean) / variance - 1;
        return new(mean * weight, (1 - mean) * weight);
    }

    private double LogBetter((IReadOnlyList<ConversionStratum> Converters, IReadOnlyList<ConversionStratum> Others, bool Both) strata) => _lowerIsBetter
        ? Worse(_gain, strata.Converters, strata.Others, strata.Both)
        : Better(_gain, strata.Converters, strata.Others, strata.Both);

    private double LogWorse((IReadOnlyList<ConversionStratum> Converters, IReadOnlyList<ConversionStratum> Others, bool Both) strata) => _lowerIsBetter
        ? Better(_harm, strata.Converters, strata.Others, strata.Both)
        : Worse(_harm, strata.Converters, strata.Others, strata.Both);

    private static List<ConversionStratum> NonConverters(Tally<Proportion> tally, int variant) =>
        Strata(tally, variant, sample => sample.Count - sample.Successes);

    private static List<ConversionStratum> Strata(Tally<Proportion> tally, int variant, Func<Proportion, long> counted) =>
        [.. tally.Strata
            .Where(stratum => stratum.Weights[0] + stratum.Weights[variant] > 0)
            .Select(stratum => new ConversionStratum(
                stratum.Weights[variant] / (stratum.Weights[0] + stratum.Weights[variant]),
                counted(stratum.Samples[0]),
                counted(stratum.Samples[variant])))];

    // Converters alone cost a share p of the information. Above one half those who do not convert tell more, and the
    // mean of two e-values is one again.
    private static double Better(EProcess process, IReadOnlyList<ConversionStratum> converters, IReadOnlyList<ConversionStratum> others, bool both) =>
        both ? Mean(process.LogBetter(converters), process.LogWorse(others)) : process.LogBetter(converters);

    private static double Worse(EProcess process, IReadOnlyList<ConversionStratum> converters, IReadOnlyList<ConversionStratum> others, bool both) =>
        both ? Mean(process.LogWorse(converters), process.LogBetter(others)) : process.LogWorse(converters);

    private static double Mean(double first, double second)
    {
        var larger = Math.Max(first, second);
        return larger + Math.Log((Math.Exp(first - larger) + Math.Exp(second - larger)) / 2);
    }
}
