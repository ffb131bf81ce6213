using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;

namespace Optimizer.Workflows.Plays.Activities;

/// <summary>What a stored reading of a KPI means for its play: a function of the record alone, so that it means the same whenever it is read.</summary>
/// <param name="Mark">What the play remembers.</param>
/// <param name="Anomaly">What asks for a diagnosis; null when nothing does.</param>
internal sealed record KpiSight(KpiMark Mark, AnomalyFacts? Anomaly)
{
    /// <param name="play">Its definition.</param>
    /// <param name="kpi">Which KPI.</param>
    /// <param name="stored">A reading or an anomaly of it.</param>
    /// <param name="former">What the play remembers of the tick before; null when it remembers nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">The entry is about something else.</exception>
    public static KpiSight Of(Play play, PlayKpi kpi, AuditEntry stored, KpiMark? former)
    {
        var told = former?.Told ?? new Dictionary<KpiClass, DateTimeOffset>();
        return stored.Event switch
        {
            KpiRead read => new(
                new() { Class = read.Class, Change = read.Change, Recent = read.Recent, Told = told },
                Facts(play, kpi, read.Class, read.Change, read.Day)),
            AnomalyFound found => new(
                new()
                {
                    Class = found.Class,
                    Change = found.Change,
                    Recent = Mean(found.Figures.TakeLast(MonitoringRules.RecentDays)),
                    Told = new Dictionary<KpiClass, DateTimeOffset>(told) { [found.Class] = stored.At },
                },
                new(found.Anomaly, kpi.Key, KpiBands.Directed(found.Class, kpi.Direction), found.Change)),
            _ => throw new ArgumentOutOfRangeException(nameof(stored), stored.Event, "is no reading of a KPI"),
        };
    }

    /// <summary>The anomaly that a class is for the play; null when it is none, or none that the play acts on.</summary>
    public static AnomalyFacts? Facts(Play play, PlayKpi kpi, KpiClass seen, double? change, DateOnly last)
    {
        var signed = KpiBands.Directed(seen, kpi.Direction);
        return seen is KpiClass.Drop or KpiClass.Spike or KpiClass.Plateau && play.Monitor.TriggerOn.Contains(signed)
            ? new($"{play.Slug}/{kpi.Key}/{last:yyyy-MM-dd}", kpi.Key, signed, change)
            : null;
    }

    /// <summary>Mean of the last 14 days; null when too few have a figure.</summary>
    public static double? Recent(KpiSeries series, DateOnly last) =>
        Mean(Enumerable.Range(0, MonitoringRules.RecentDays).Select(back => series[last.AddDays(-back)]));

    private static double? Mean(IEnumerable<double?> figures)
    {
        var known = figures.OfType<double>().ToList();
        return known.Count >= MonitoringRules.LeastRecentDays ? known.Average() : null;
    }
}
