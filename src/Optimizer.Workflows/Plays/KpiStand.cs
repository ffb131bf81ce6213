using Optimizer.Domain.Monitoring;

namespace Optimizer.Workflows.Plays;

/// <summary>How a KPI stood at the last tick.</summary>
/// <param name="Kpi">Its key.</param>
/// <param name="Class">What it does.</param>
/// <param name="Recent">Mean of the last 14 days, in the KPI's unit; null when there are too few.</param>
/// <param name="Change">r of the reading: the share by which it lies off its baseline; null when there is none.</param>
public sealed record KpiStand(string Kpi, KpiClass Class, double? Recent, double? Change);
