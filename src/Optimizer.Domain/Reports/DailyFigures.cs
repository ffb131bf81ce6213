using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;

namespace Optimizer.Domain.Reports;

/// <summary>A KPI's days as the trail's readings tell them; of a day told twice the later reading holds, as late data come in.</summary>
public static class DailyFigures
{
    /// <param name="kpi">Its key.</param>
    /// <param name="records">Readings and anomalies of one play, oldest first; others are left out.</param>
    public static SortedDictionary<DateOnly, double> Of(string kpi, IEnumerable<AuditRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        var days = new SortedDictionary<DateOnly, double>();
        foreach (var record in records)
        {
            switch (record.Entry.Event)
            {
                case KpiRead read when read.Kpi == kpi && read.Figures is { } figures:
                    Put(days, read.Day.AddDays(1 - figures.Count), figures);
                    break;
                case AnomalyFound found when found.Kpi == kpi:
                    Put(days, found.FirstDay, found.Figures);
                    break;
                default:
                    break;
            }
        }

        return days;
    }

    private static void Put(SortedDictionary<DateOnly, double> days, DateOnly first, IReadOnlyList<double?> figures)
    {
        for (var i = 0; i < figures.Count; i++)
        {
            if (figures[i] is { } figure && double.IsFinite(figure))
            {
                days[first.AddDays(i)] = figure;
            }
        }
    }
}
