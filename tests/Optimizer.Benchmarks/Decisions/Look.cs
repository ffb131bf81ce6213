using Optimizer.Domain.Experiments;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;
using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Benchmarks.Decisions;

/// <summary>
/// What a policy may look at after a day: everything seen so far, each number worked out only when a policy asks.
/// </summary>
/// <param name="day">The first is 1.</param>
/// <param name="control">All units of control so far.</param>
/// <param name="variant">All units of the variant so far.</param>
/// <param name="progress">The experiment as the product follows it; null when no policy reads it any more.</param>
internal sealed class Look(int day, Proportion control, Proportion variant, ExperimentProgress<Proportion>? progress)
{
    private const double HalfOfTraffic = 0.5;
    private static readonly EProcess Narrow = new(0.15);
    private static readonly EProcess Middle = new(0.2);
    private static readonly EProcess Wide = new(0.3);
    private static readonly EProcess Widest = new(0.5);

    private readonly ConversionStratum[] _strata = [new(HalfOfTraffic, control.Successes, variant.Successes)];
    private ExperimentReading? _reading;
    private double? _chance;
    private double? _better;
    private double? _worse;

    public int Day => day;

    public Proportion Control => control;

    public Proportion Variant => variant;

    public long FewestUnits => Math.Min(control.Count, variant.Count);

    public long Units => control.Count + variant.Count;

    /// <summary>Null when control has no conversions.</summary>
    public double? Lift => control.Successes == 0 ? null : variant.Mean / control.Mean - 1;

    /// <summary>The two-sided test on two rates that people peek at.</summary>
    public double? Z => Comparison.PooledZ(control, variant);

    public double ChanceToWin => _chance ??= RateComparison.Chance(Beta.Posterior(control), Beta.Posterior(variant));

    /// <summary>ln E+ with tau 0.15.</summary>
    public double BetterNarrow => _better ??= Narrow.LogBetter(_strata);

    /// <summary>ln E- with tau 0.30.</summary>
    public double WorseWide => _worse ??= Wide.LogWorse(_strata);

    /// <summary>ln E+ with tau 0.2.</summary>
    public double BetterMiddle => Middle.LogBetter(_strata);

    /// <summary>ln E- with tau 0.5.</summary>
    public double WorseWidest => Widest.LogWorse(_strata);

    /// <summary>Upper bound of the lift that holds at 90 % at every look.</summary>
    public double LiftBound => Middle.Lift(_strata, 2 * 0.1).Upper;

    public Estimate? Relative => Comparison.Between(control, variant, Scale.Relative);

    public LogRatio? LogRatio => Statistics.Sequential.LogRatio.Between(control, variant);

    public ExperimentReading Reading => _reading ??= Progress.Read();

    public Health Health => Progress.Health();

    private ExperimentProgress<Proportion> Progress =>
        progress ?? throw new InvalidOperationException("this experiment is not followed by the product's own rule");
}
