using Optimizer.Domain.Kpis;
using Optimizer.Domain.Plays;
using Optimizer.Workflows.Ports;

namespace Optimizer.Connectors.Simulated;

/// <summary>
/// Daily figures of complete days, late conversions included: a day's figure is booked to the day on which its units came.
/// The caller asks for days that are over; figures of later days are those of a future in which nothing more is changed.
/// </summary>
internal sealed class SimulatedKpis(SimulatedMarket market) : IKpiSource
{
    public Task<IReadOnlyList<KpiPoint>> ReadAsync(Play play, PlayKpi kpi, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(market.With<IReadOnlyList<KpiPoint>>(play, known => Read(known, play, kpi, first.DayNumber, last.DayNumber)));
    }

    public Task<IReadOnlyDictionary<string, long>> CountAsync(
        Play play, IReadOnlyList<string> events, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(market.With<IReadOnlyDictionary<string, long>>(play, known =>
            events.Distinct(StringComparer.Ordinal).ToDictionary(name => name, name => Count(known, play, name, first.DayNumber, last.DayNumber))));
    }

    public Task<int> DaysAsync(Play play, PlayKpi kpi, DateOnly last, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(market.With(play, known => Days(known, play, kpi, last.DayNumber)));
    }

    /// <summary>A day's figure, whether or not the source has it.</summary>
    internal static double Figure(SimulatedPlay play, SimulatedKpi kpi, int day)
    {
        var (units, acting, sum) = (0L, 0L, 0.0);
        foreach (var draw in play.Draw(kpi, day, null))
        {
            var counts = draw.Reached(LocalDays.Slots);
            units += counts.Units;
            acting += counts.Prompt + counts.Late;
            sum += kpi.IsConversion ? 0 : draw.Amounts(counts.Prompt + counts.Late).Sum;
        }

        return kpi.Shape switch
        {
            KpiShape.Share => units == 0 ? 0 : kpi.Scale((double)acting / units),
            KpiShape.Number => acting,
            KpiShape.MeanAmount => units == 0 ? 0 : sum / units,
            KpiShape.TotalAmount => sum,
            _ => throw new ArgumentOutOfRangeException(nameof(kpi), kpi.Shape, "unknown shape of a KPI"),
        };
    }

    private static List<KpiPoint> Read(SimulatedPlay play, Play definition, PlayKpi definitionKpi, int first, int last)
    {
        var points = new List<KpiPoint>();
        if (!definitionKpi.Measure.IsTracked)
        {
            return points;
        }

        var kpi = play.Kpi(definition, definitionKpi);
        for (var day = Math.Max(first, play.FirstDay); day <= last; day++)
        {
            points.Add(new(DateOnly.FromDayNumber(day), kpi.IsMissing(day) ? null : Kept(play, kpi, day)));
        }

        return points;
    }

    private static double Kept(SimulatedPlay play, SimulatedKpi kpi, int day)
    {
        var place = day - play.FirstDay;
        while (kpi.Cache.Count <= place)
        {
            kpi.Cache.Add(double.NaN);
        }

        if (double.IsNaN(kpi.Cache[place]))
        {
            kpi.Cache[place] = Figure(play, kpi, day);
        }

        return kpi.Cache[place];
    }

    private static int Days(SimulatedPlay play, Play definition, PlayKpi definitionKpi, int last)
    {
        if (!definitionKpi.Measure.IsTracked)
        {
            return 0;
        }

        var kpi = play.Kpi(definition, definitionKpi);
        return Enumerable.Range(play.FirstDay, Math.Max(0, last - play.FirstDay + 1)).Count(day => !kpi.IsMissing(day));
    }

    // An event that something is counted from comes once per unit, one that a share is taken of once per unit that acts.
    private static long Count(SimulatedPlay play, Play definition, string name, int first, int last)
    {
        var tracked = definition.Kpis.Where(kpi => kpi.Measure.IsTracked && kpi.Measure.Events.Contains(name)).ToList();
        if (tracked.Count == 0 || play.Settings.SilentEvents.Contains(name))
        {
            return 0;
        }

        var from = Math.Max(first, play.FirstDay);
        var units = Enumerable.Range(from, Math.Max(0, last - from + 1)).Sum(play.Units);
        var acts = tracked.Find(kpi => (kpi.Measure.Metric ?? kpi.Measure).Denominator?.Event != name);
        return acts is null ? units : (long)Math.Round(units * play.Kpi(definition, acts).Unit(1).Chance);
    }
}
