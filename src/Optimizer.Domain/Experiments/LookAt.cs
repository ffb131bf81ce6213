using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Experiments;

/// <summary>How a metric is looked at: one variant against control, from everything seen so far.</summary>
/// <typeparam name="TSample">The metric's sufficient statistic.</typeparam>
/// <param name="tally">Everything seen so far.</param>
/// <param name="variant">Index of the variant; 0 is control.</param>
public delegate VariantLook LookAt<TSample>(Tally<TSample> tally, int variant)
    where TSample : struct, IMergeableSample<TSample>;
