using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Plays;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>A primary KPI on the page of its play.</summary>
/// <param name="Kpi">Its definition.</param>
/// <param name="Stand">At the last tick; null before the first.</param>
/// <param name="Record">Number of the record with the newest figure; null for none.</param>
/// <param name="Plot">Its days; null when there are fewer than two.</param>
public sealed record KpiPart(PlayKpi Kpi, KpiStand? Stand, long? Record, Plot? Plot)
{
    /// <summary>What it was in the four weeks before the last two, in its unit; null when not known.</summary>
    public double? Baseline => Stand is { Recent: { } recent, Change: { } change } && change > -1 ? recent / (1 + change) : null;
}
