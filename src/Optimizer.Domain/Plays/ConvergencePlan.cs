namespace Optimizer.Domain.Plays;

/// <summary>When a play counts as optimised, and what then.</summary>
public sealed record ConvergencePlan
{
    /// <summary>An experiment below this improvement, in percent, counts towards convergence.</summary>
    public double MaxLiftPercent { get; init; } = 2;

    /// <summary>Experiments in a row.</summary>
    public int Consecutive { get; init; } = 3;

    public string? Scope { get; init; }

    public Span MonitorEvery { get; init; } = new(1, SpanUnit.Week);

    public int? MaintenanceExperimentsPerMonth { get; init; }

    /// <summary>Deviation that re-opens the play: share of the KPI, 0.15 is 15 %; null for the class bands.</summary>
    public double? ReenterOnDeviation { get; init; }

    /// <summary>As <see cref="ReenterOnDeviation"/>, for a KPI that is a share: points of it, 0.05 is 5 points; at most one of the two is set.</summary>
    public double? ReenterOnPoints { get; init; }
}
