using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Domain.Experiments;

/// <summary>Whether the experiment itself works: a reading of a broken one counts for nothing.</summary>
/// <param name="LogSampleRatio">ln of the always-valid evidence that the split is not the configured one.</param>
/// <param name="Fault">What is wrong with the data, in words; null when nothing is known to be.</param>
public sealed record Health(double LogSampleRatio, string? Fault = null)
{
    /// <summary>
    /// Evidence of a sample-ratio mismatch. Each configured split is checked against its own units, and the evidences
    /// multiply: the product of e-values of successive stretches is one again.
    /// </summary>
    public static Health Of<TSample>(Tally<TSample> tally)
        where TSample : struct, IMergeableSample<TSample>
    {
        ArgumentNullException.ThrowIfNull(tally);
        return new(tally.Strata.Sum(stratum =>
            SampleRatio.LogEvidence([.. stratum.Samples.Select(sample => sample.Count)], stratum.Weights)));
    }
}
