using Optimizer.Domain.Monitoring;

namespace Optimizer.Workflows.Plays;

/// <summary>What is to be diagnosed.</summary>
/// <param name="Id">Play, KPI and day; the experiment it follows for a follow-up. The cause of all that comes of it.</param>
/// <param name="Kpi">Its key.</param>
/// <param name="Class">Direction-signed: a drop is always the bad side; null for a follow-up.</param>
/// <param name="Change">r, a share of the raw figure; null for a follow-up.</param>
public sealed record AnomalyFacts(string Id, string Kpi, KpiClass? Class, double? Change);
