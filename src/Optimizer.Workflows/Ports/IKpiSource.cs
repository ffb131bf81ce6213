using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;

namespace Optimizer.Workflows.Ports;

/// <summary>Where KPI figures come from. A fault throws; the caller retries.</summary>
public interface IKpiSource
{
    /// <summary>Daily figures, oldest first; days without one are absent or null. Days are the play's own, in its time zone.</summary>
    Task<IReadOnlyList<KpiPoint>> ReadAsync(Play play, PlayKpi kpi, DateOnly first, DateOnly last, CancellationToken cancellationToken);

    /// <summary>How often each event came in the days given; an event never seen is 0 (S0-010).</summary>
    Task<IReadOnlyDictionary<string, long>> CountAsync(
        Play play, IReadOnlyList<string> events, DateOnly first, DateOnly last, CancellationToken cancellationToken);

    /// <summary>Days of figures there are of the KPI up to the day given (S0-009).</summary>
    Task<int> DaysAsync(Play play, PlayKpi kpi, DateOnly last, CancellationToken cancellationToken);

    /// <summary>
    /// What keeps the goal KPIs of a play from being read at all, in words with the fix: it is then not tracked (S0-063). Null when nothing
    /// does, or the source cannot tell.
    /// </summary>
    Task<string?> FaultAsync(Play play, DateOnly last, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
}
