using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Recordings;

/// <summary>
/// A recorded series as the one KPI of a play, told day by day: nothing later than the day asked for. The other KPIs have no figures.
/// A recording has no events: every event counts as seen once while the series has a figure in the days asked for, so that a play whose
/// figures stop is known to be untracked, and no number of units is made up.
/// </summary>
/// <param name="kpi">Key of the KPI that was recorded.</param>
/// <param name="series">Its figures.</param>
public sealed class RecordedKpis(string kpi, KpiSeries series) : IKpiSource
{
    public Task<IReadOnlyList<KpiPoint>> ReadAsync(Play play, PlayKpi kpi, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<KpiPoint>>(IsRecorded(kpi) ? [.. Days(first, last).Select(day => new KpiPoint(day, series[day]))] : []);
    }

    public Task<IReadOnlyDictionary<string, long>> CountAsync(
        Play play, IReadOnlyList<string> events, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(events);
        cancellationToken.ThrowIfCancellationRequested();
        var seen = Days(first, last).Any(day => series[day] is not null) ? 1L : 0;
        return Task.FromResult<IReadOnlyDictionary<string, long>>(events.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => seen));
    }

    public Task<int> DaysAsync(Play play, PlayKpi kpi, DateOnly last, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(IsRecorded(kpi) ? Days(series.Start, last).Count(day => series[day] is not null) : 0);
    }

    private bool IsRecorded(PlayKpi asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return asked.Key == kpi;
    }

    private IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        var end = last < series.LastDay ? last : series.LastDay;
        for (var day = first > series.Start ? first : series.Start; day <= end; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
