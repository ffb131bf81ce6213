using Optimizer.Statistics.Samples;
using Optimizer.Statistics.Sequential;

namespace Optimizer.Domain.Experiments;

/// <summary>Whether the experiment itself works: a reading of a broken one counts for nothing.</summary>
/// <param name="LogSampleRatio">ln of the always-valid evidence that the split is not the configured one.</param>
/// <param name="Fault">What is wrong with the data, in words; null when nothing is known to be.</param>
public sealed record Health(double LogSampleRatio, string? Fault = null)
{
    public double LogSampleRatio { get; init => field = Evidence(value, nameof(LogSampleRatio)); } = Evidence(LogSampleRatio, nameof(LogSampleRatio));

    public string? Fault { get; init => field = Words(value, nameof(Fault)); } = Words(Fault, nameof(Fault));

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

    // Evidence that is no number compares false with the limit: a broken experiment would count as healthy.
    private static double Evidence(double logEvidence, string name) => double.IsNaN(logEvidence)
        ? throw new ArgumentOutOfRangeException(name, logEvidence, "must be a number")
        : logEvidence;

    private static string? Words(string? fault, string name) => fault is null || !string.IsNullOrWhiteSpace(fault)
        ? fault
        : throw new ArgumentException("a fault needs words; null when there is none", name);
}
