using Optimizer.Statistics.Samples;

namespace Optimizer.Domain.Experiments;

/// <summary>A mean brought to the traffic mix of the comparison, with the variance that gives its standard error.</summary>
public readonly record struct StandardisedSample(long Count, double Mean, double Variance) : ISample
{
    public static StandardisedSample Of(ISample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return new(sample.Count, sample.Mean, sample.Variance);
    }
}
