namespace Optimizer.Statistics.Samples;

/// <summary>What a comparison of two groups needs to know of one: how many units, their mean and their variance per unit.</summary>
public interface ISample
{
    /// <summary>Units observed.</summary>
    long Count { get; }

    /// <summary>Estimate of the metric per unit.</summary>
    double Mean { get; }

    /// <summary>Variance per unit; divided by <see cref="Count"/> it is the squared standard error of the mean.</summary>
    double Variance { get; }
}
