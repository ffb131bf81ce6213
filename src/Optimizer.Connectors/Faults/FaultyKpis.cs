using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Faults;

/// <summary>A KPI source that fails by plan.</summary>
internal sealed class FaultyKpis(IKpiSource source, FaultPlan plan) : IKpiSource
{
    private const string Port = nameof(IKpiSource);

    public Task<IReadOnlyList<KpiPoint>> ReadAsync(Play play, PlayKpi kpi, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"{play.Slug} {kpi.Key} {last:yyyy-MM-dd}", () => source.ReadAsync(play, kpi, first, last, cancellationToken), Nonsense.Points);

    public Task<IReadOnlyDictionary<string, long>> CountAsync(
        Play play, IReadOnlyList<string> events, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"{play.Slug} count {last:yyyy-MM-dd}", () => source.CountAsync(play, events, first, last, cancellationToken), Nonsense.Counts);

    public Task<int> DaysAsync(Play play, PlayKpi kpi, DateOnly last, CancellationToken cancellationToken) =>
        plan.ReadAsync(Port, $"{play.Slug} {kpi.Key} days {last:yyyy-MM-dd}", () => source.DaysAsync(play, kpi, last, cancellationToken), (_, draw) => draw < 0.5 ? 0 : -1);

    public Task<string?> FaultAsync(Play play, DateOnly last, CancellationToken cancellationToken) => source.FaultAsync(play, last, cancellationToken);
}
