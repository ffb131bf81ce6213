using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Benchmarks.Readings;

/// <summary>28 days of an experiment with everything a reading needs of them.</summary>
internal sealed class ReadingInput
{
    private const int Days = 28;
    private static readonly EProcess Gain = new(0.2);
    private static readonly EProcess Harm = new(0.5);

    private readonly ConversionStratum[] _strata;
    private readonly Tally<Proportion> _tally;

    private ReadingInput(IReadOnlyList<ExperimentDay<Proportion>> days)
    {
        AllDays = days;
        _strata = [.. days.Select(day => new ConversionStratum(day.Weights[1], day.Samples[0].Successes, day.Samples[1].Successes))];
        _tally = days.Aggregate(Tally<Proportion>.Empty, (tally, day) => tally.With(day));
    }

    public IReadOnlyList<ExperimentDay<Proportion>> AllDays { get; }

    /// <summary>Parts of a reading; each gives a number that depends on all of its work.</summary>
    public IReadOnlyList<(string Name, Func<double> Part)> Parts =>
    [
        ("EProcess better, tau 0.2", Better), ("EProcess worse, tau 0.5", Worse), ("Lift interval", Lift),
        ("RateComparison.Between", Compare), ("SampleRatio.LogEvidence", SplitEvidence), ("LogRatio shrunk", Shrunk),
    ];

    /// <summary>Days of a +5 % variant on a 5 % base, drawn without chance: the expected counts, bent by weekday.</summary>
    public static ReadingInput Of(double visitors, bool oneWeight) => new(
        [.. Enumerable.Range(0, Days).Select(day =>
        {
            var weight = oneWeight ? 0.5 : 0.3 + 0.4 * day / (Days - 1);
            var today = visitors * (1 + 0.1 * Math.Sin(day));
            return new ExperimentDay<Proportion>(
                [1 - weight, weight], [Sample(today * (1 - weight), 0.05), Sample(today * weight, 0.0525)]);
        })]);

    public double Whole() => Better() + Worse() + Lift() + Compare() + SplitEvidence() + Shrunk();

    private static Proportion Sample(double units, double rate) => new((long)units, (long)(units * rate));

    private double Better() => Gain.LogBetter(_strata);

    private double Worse() => Harm.LogWorse(_strata);

    private double Lift() => Gain.Lift(_strata, 0.05) is var lift ? lift.Lower + lift.Upper : 0;

    private double Compare() => RateComparison.Between(Posterior(0, 1), Posterior(1, 0)) is var compared
        ? compared.ChanceToWin + compared.LossOfControl + compared.LossOfVariant
        : 0;

    private double SplitEvidence() => Health.Of(_tally).LogSampleRatio;

    private double Shrunk() => LogRatio.Between(_tally.Standardise(0, 1), _tally.Standardise(1, 0))!.Value.Shrunk(0.05).Mean;

    private Beta Posterior(int variant, int pairedWith) => ConversionLook.Posterior(_tally, variant, pairedWith);
}
