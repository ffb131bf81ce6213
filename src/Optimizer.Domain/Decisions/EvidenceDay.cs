using Optimizer.Domain.Experiments;

namespace Optimizer.Domain.Decisions;

/// <summary>What an experiment showed after one of its days, everything before included.</summary>
/// <param name="Day">Complete days, from 1.</param>
/// <param name="Date">The last of them.</param>
/// <param name="Weights">Configured shares on that day, control first.</param>
/// <param name="Units">So far, control first.</param>
/// <param name="LogSampleRatio">ln of the always-valid evidence that the split is not the configured one.</param>
/// <param name="Variants">Every variant against control.</param>
public sealed record EvidenceDay(
    int Day, DateOnly Date, IReadOnlyList<double> Weights, IReadOnlyList<long> Units, double LogSampleRatio, IReadOnlyList<VariantDetail> Variants);
