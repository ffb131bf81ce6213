namespace Optimizer.Domain.Kpis;

/// <summary>One day's figure as a source gave it, not yet checked.</summary>
/// <param name="Day">The day, in the KPI's own calendar.</param>
/// <param name="Value">The figure, or null when the source has none for that day.</param>
public readonly record struct KpiPoint(DateOnly Day, double? Value);
