using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Loops.Kit;

/// <summary>KPIs that are what a test says.</summary>
/// <param name="figure">By KPI key and day; null for no figure.</param>
internal sealed class ScriptedKpis(Func<string, DateOnly, double?> figure) : IKpiSource
{
    /// <summary>Events that were not seen.</summary>
    public HashSet<string> Silent { get; } = [];

    /// <summary>Thrown by every call while it is set.</summary>
    public bool IsDown { get; set; }

    public int Days { get; init; } = 180;

    public static ScriptedKpis Of(Func<DateOnly, double?> goal) => new((key, day) => key == "goal_rate" ? goal(day) : 0.01);

    /// <summary>The goal on a day.</summary>
    public double? At(DateOnly day) => figure("goal_rate", day);

    public Task<IReadOnlyList<KpiPoint>> ReadAsync(Play play, PlayKpi kpi, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        Check();
        var points = new List<KpiPoint>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            points.Add(new(day, figure(kpi.Key, day)));
        }

        return Task.FromResult<IReadOnlyList<KpiPoint>>(points);
    }

    public Task<IReadOnlyDictionary<string, long>> CountAsync(
        Play play, IReadOnlyList<string> events, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult<IReadOnlyDictionary<string, long>>(events.ToDictionary(name => name, name => Silent.Contains(name) ? 0L : 5000L));
    }

    public Task<int> DaysAsync(Play play, PlayKpi kpi, DateOnly last, CancellationToken cancellationToken)
    {
        Check();
        return Task.FromResult(Days);
    }

    private void Check()
    {
        if (IsDown)
        {
            throw new IOException("the source is down");
        }
    }
}
