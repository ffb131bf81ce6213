using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Experiments;

/// <summary>Everything a source has on one experiment at one moment: the evidence that a decision recomputes from.</summary>
public sealed record Exposures
{
    public required string Experiment { get; init; }

    /// <summary>Names, control first.</summary>
    public required IReadOnlyList<string> Variants { get; init; }

    /// <summary>True when the primary metric is a share of units that convert; false for an amount per unit.</summary>
    public required bool IsConversion { get; init; }

    public required KpiDirection Direction { get; init; }

    /// <summary>Direction of every other metric, by KPI key.</summary>
    public IReadOnlyDictionary<string, KpiDirection> OtherDirections { get; init; } = new Dictionary<string, KpiDirection>();

    /// <summary>Oldest first. The last may still be running.</summary>
    public required IReadOnlyList<ExposureDay> Days { get; init; }

    /// <summary>What the source itself says is wrong with the data; null when nothing is.</summary>
    public string? Fault { get; init; }
}
