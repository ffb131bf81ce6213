namespace Optimizer.Connectors.Recordings;

/// <summary>What a metric is per unit.</summary>
public enum MetricKind
{
    /// <summary>Yes or no.</summary>
    Proportion,

    /// <summary>A number, such as revenue.</summary>
    Mean,

    /// <summary>One number over another, both per unit.</summary>
    Ratio,
}
