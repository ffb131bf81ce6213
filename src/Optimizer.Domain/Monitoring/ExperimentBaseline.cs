using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Monitoring;

/// <summary>
/// Whether a play has run long enough to be experimented on: 28 days of its primary KPI (requirement S0-009).
/// Monitoring may begin earlier.
/// </summary>
public static class ExperimentBaseline
{
    public const int NeedDays = 28;

    /// <summary>Days with a figure that are still missing, 0 when the baseline is there.</summary>
    public static int DaysMissing(KpiSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var present = 0;
        foreach (var value in series.Between(series.Start, series.LastDay))
        {
            present += value is null ? 0 : 1;
        }

        return Math.Max(0, NeedDays - present);
    }
}
