namespace Optimizer.Domain.Plays;

/// <summary>The ways to compute a KPI that a definition may name.</summary>
public enum MeasureType
{
    Ratio,
    Count,
    Sum,
    Average,
    Median,
    CostPer,
    Difference,
    External,
    Hogql,
    Untracked,
}
