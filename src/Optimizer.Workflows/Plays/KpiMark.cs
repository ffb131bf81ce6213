using Optimizer.Domain.Monitoring;

namespace Optimizer.Workflows.Plays;

/// <summary>What the last tick saw of a KPI.</summary>
public sealed record KpiMark
{
    public required KpiClass Class { get; init; }

    public double? Change { get; init; }

    /// <summary>Mean of the last 14 days; null when there are too few.</summary>
    public double? Recent { get; init; }

    /// <summary>When an anomaly of each class was last written down and told: once per kind and 24 h (S0-064).</summary>
    public IReadOnlyDictionary<KpiClass, DateTimeOffset> Told { get; init; } = new Dictionary<KpiClass, DateTimeOffset>();
}
