using System.Numerics;
using Optimizer.Statistics.Comparisons;
using Optimizer.Statistics.Distributions;

namespace Optimizer.Statistics.Sequential;

/// <summary>
/// Exact always-valid evidence on conversions. Randomisation makes the group of each converter a coin with known chance,
/// whatever the base rate, the weekday or the traffic does; a half-normal mixture of likelihood ratios over the log
/// ratio is then a test martingale, and by Ville's inequality P(it ever exceeds 1/alpha) is at most alpha under no effect:
/// at every look, for any stopping or extension, also when a bandit moves the weights. Robbins 1970; Lindon and Malek,
/// Anytime-Valid Inference for Multinomial Count Data (NeurIPS 2022).
/// </summary>
public sealed class EProcess
{
    private const int DefaultGridPoints = 40;
    private const double DefaultGridSpan = 4;

    // More are summed on the heap.
    private const int MostOnStack = 512;

    // e^z stays far inside the range of doubles.
    private const double LargestLogRatio = 300;

    private readonly double[] _points;
    private readonly double[] _growth;
    private readonly double[] _shrinkage;
    private readonly double[] _logWeights;

    /// <param name="tau">Deviation of the half-normal mixture in log ratio: 0.2 finds gains, 0.5 reaches breakage fast.</param>
    /// <param name="gridPoints">Points of the mixture, at least 1.</param>
    /// <param name="gridSpan">Width of the grid in multiples of tau.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not positive, or the points reach too far.</exception>
    public EProcess(double tau, int gridPoints = DefaultGridPoints, double gridSpan = DefaultGridSpan)
    {
        Require.Positive(tau);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(gridPoints);
        Require.Positive(gridSpan);
        if (gridSpan * tau > LargestLogRatio)
        {
            throw new ArgumentOutOfRangeException(
                nameof(tau), tau, $"takes the grid to a log ratio of {gridSpan * tau}, beyond {LargestLogRatio}");
        }

        Tau = tau;

        // Padded to whole vectors with points that weigh nothing.
        var padded = (gridPoints + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _points = new double[padded];
        _growth = new double[padded];
        _shrinkage = new double[padded];
        _logWeights = new double[padded];
        Array.Fill(_logWeights, double.NegativeInfinity);
        var sum = 0.0;
        for (var k = 0; k < gridPoints; k++)
        {
            var z = (k + 0.5) / gridPoints * gridSpan * tau;
            _points[k] = z;
            _growth[k] = Elementary.Expm1(z);
            _shrinkage[k] = Elementary.Expm1(-z);
            _logWeights[k] = -z * z / (2 * tau * tau);
            sum += Math.Exp(_logWeights[k]);
        }

        for (var k = 0; k < gridPoints; k++)
        {
            _logWeights[k] -= Math.Log(sum);
        }
    }

    public double Tau { get; }

    /// <summary>ln of the evidence that the variant converts better; at least ln(1/alpha) rejects "not better" at level alpha.</summary>
    public double LogBetter(IReadOnlyList<ConversionStratum> strata) => Mixture(Merge(strata), _growth, 1);

    /// <summary>ln of the evidence that the variant converts worse.</summary>
    public double LogWorse(IReadOnlyList<ConversionStratum> strata) => Mixture(Merge(strata), _shrinkage, -1);

    /// <summary>ln of the two-sided mixture: half weight on each direction.</summary>
    public double LogEither(IReadOnlyList<ConversionStratum> strata)
    {
        var merged = Merge(strata);
        return LogSum(Mixture(merged, _growth, 1), Mixture(merged, _shrinkage, -1)) - Math.Log(2);
    }

    /// <summary>
    /// Confidence sequence for the lift pB/pA - 1 at level 1 - alpha: all lifts that the two-sided mixture does not reject.
    /// -1 or infinity where a group has no conversions.
    /// </summary>
    public Interval Lift(IReadOnlyList<ConversionStratum> strata, double alpha)
    {
        Require.Probability(alpha);
        var merged = Merge(strata);
        var limit = LogSum(Mixture(merged, _growth, 1), Mixture(merged, _shrinkage, -1)) - Math.Log(2) + Math.Log(alpha);
        var likelihood = new LogRatioLikelihood(merged);
        return new(
            likelihood.Lowest(limit) is { } low ? Elementary.Expm1(low) : -1,
            likelihood.Highest(limit) is { } high ? Elementary.Expm1(high) : double.PositiveInfinity);
    }

    // The likelihood depends on a stratum only through its weight, so strata of one weight add up without loss.
    private static List<ConversionStratum> Merge(IReadOnlyList<ConversionStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        var merged = new List<ConversionStratum>();
        foreach (var stratum in strata)
        {
            if (!stratum.Informative)
            {
                continue;
            }

            var at = merged.Count - 1;
            while (at >= 0 && merged[at].VariantWeight != stratum.VariantWeight)
            {
                at--;
            }

            if (at < 0)
            {
                merged.Add(stratum);
                continue;
            }

            var same = merged[at];
            merged[at] = new(same.VariantWeight, checked(same.Control + stratum.Control), checked(same.Variant + stratum.Variant));
        }

        return merged;
    }

    private double Mixture(List<ConversionStratum> strata, double[] growth, int sign)
    {
        var terms = _points.Length <= MostOnStack ? stackalloc double[_points.Length] : new double[_points.Length];
        _logWeights.CopyTo(terms);
        foreach (var stratum in strata)
        {
            for (var k = 0; k < terms.Length; k += Vector<double>.Count)
            {
                var at = terms[k..];
                var mass = Vector<double>.One + stratum.VariantWeight * new Vector<double>(growth, k);
                var drift = (double)stratum.Variant * sign * new Vector<double>(_points, k);
                (new Vector<double>(at) + drift - stratum.Converters * Vector.Log(mass)).CopyTo(at);
            }
        }

        var largest = double.NegativeInfinity;
        foreach (var term in terms)
        {
            largest = Math.Max(largest, term);
        }

        var sum = 0.0;
        foreach (var term in terms)
        {
            sum += Math.Exp(term - largest);
        }

        return largest + Math.Log(sum);
    }

    private static double LogSum(double first, double second)
    {
        var larger = Math.Max(first, second);
        return larger + Math.Log(Math.Exp(first - larger) + Math.Exp(second - larger));
    }
}
