namespace Optimizer.Domain.Plays;

/// <summary>What kind of number a KPI is.</summary>
public enum KpiForm
{
    Rate,
    Count,
    Ratio,
    Revenue,
    Cost,
    Duration,
    Score,
    Lift,
    Growth,
}
