using System.Globalization;
using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Experiments;

/// <summary>
/// What the units assigned on one day did. Weights are the configured shares of traffic on that day, control first; an
/// outcome that comes later is booked to the day its unit was assigned on.
/// </summary>
/// <typeparam name="TSample">The metric's sufficient statistic.</typeparam>
public sealed record ExperimentDay<TSample>
    where TSample : struct, IMergeableSample<TSample>
{
    private const double WeightSlack = 1e-6;
    private const double SameSlack = 1e-12;

    /// <param name="weights">Configured shares, control first, summing to 1.</param>
    /// <param name="samples">One per weight.</param>
    /// <exception cref="ArgumentException">Fewer than two groups, lengths differ, or the weights do not sum to 1.</exception>
    public ExperimentDay(IReadOnlyList<double> weights, IReadOnlyList<TSample> samples)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(samples);
        if (weights.Count < 2 || weights.Count != samples.Count)
        {
            throw new ArgumentException(
                $"control and at least one variant need a weight and a sample each, not {weights.Count} and {samples.Count}",
                nameof(weights));
        }

        if (weights.Any(weight => !(weight >= 0)) || Math.Abs(weights.Sum() - 1) > WeightSlack)
        {
            throw new ArgumentException(
                $"weights must be at least 0 and sum to 1, not {string.Join(" + ", weights.Select(weight => weight.ToString(CultureInfo.InvariantCulture)))}",
                nameof(weights));
        }

        Weights = [.. weights];
        Samples = [.. samples];
    }

    public IReadOnlyList<double> Weights { get; }

    public IReadOnlyList<TSample> Samples { get; }

    /// <summary>True when the configured split is the same to the last digit that matters.</summary>
    public bool SameWeights(ExperimentDay<TSample> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Weights.Count == other.Weights.Count
            && Weights.Zip(other.Weights).All(pair => Math.Abs(pair.First - pair.Second) <= SameSlack);
    }
}
