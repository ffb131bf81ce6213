using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.EndToEnd.Tests.World;

/// <summary>Figures of the market, but one KPI of one play goes bad on a day and stays so.</summary>
/// <param name="market">Where the others come from.</param>
/// <param name="play">Slug.</param>
/// <param name="key">Of the KPI.</param>
/// <param name="since">The first bad day.</param>
/// <param name="value">What it is from then on.</param>
internal sealed class SickKpis(IKpiSource market, string play, string key, DateOnly since, double value) : IKpiSource
{
    public async Task<IReadOnlyList<KpiPoint>> ReadAsync(Play asked, PlayKpi kpi, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var points = await market.ReadAsync(asked, kpi, first, last, cancellationToken);
        return asked.Slug == play && kpi.Key == key ? [.. points.Select(point => point.Day < since ? point : point with { Value = value })] : points;
    }

    public Task<IReadOnlyDictionary<string, long>> CountAsync(Play asked, IReadOnlyList<string> events, DateOnly first, DateOnly last, CancellationToken cancellationToken) =>
        market.CountAsync(asked, events, first, last, cancellationToken);

    public Task<int> DaysAsync(Play asked, PlayKpi kpi, DateOnly last, CancellationToken cancellationToken) => market.DaysAsync(asked, kpi, last, cancellationToken);
}
