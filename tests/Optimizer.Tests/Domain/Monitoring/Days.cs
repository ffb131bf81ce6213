using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Monitor = Optimizer.Domain.Monitoring.Monitor;

namespace Optimizer.Tests.Domain.Monitoring;

/// <summary>Made-up daily series that start on a Monday.</summary>
internal static class Days
{
    public static readonly DateOnly Monday = new(2026, 1, 5);

    public static KpiSeries Of(Kpi kpi, IEnumerable<double?> values) => KpiSeries.Create(kpi, Monday, values).Required();

    public static KpiSeries Of(IEnumerable<double?> values) => Of(new Kpi("leads", kind: KpiKind.Rate), values);

    public static IEnumerable<double?> Level(int days, double value) => Enumerable.Repeat((double?)value, days);

    /// <summary>The values with a fixed wobble of about +-<paramref name="share"/> that no weekday explains.</summary>
    public static IEnumerable<double?> Noisy(IEnumerable<double?> values, double share) =>
        values.Select((value, i) => value * (1 + (share * Math.Sin(i * 2.39996) * Math.Sqrt(2))));

    public static Reading Read(IEnumerable<double?> values, MonitoringRules? rules = null) => Monitor.Classify(Of(values), rules ?? MonitoringRules.Default);
}
