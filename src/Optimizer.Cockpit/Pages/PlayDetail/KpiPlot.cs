using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Domain.Plays;

namespace Optimizer.Cockpit.Pages.PlayDetail;

/// <summary>Draws a KPI: its days, the mean of 14 days that its class is made of, and where the classes begin. Pure.</summary>
internal static class KpiPlot
{
    /// <param name="kpi">Its definition.</param>
    /// <param name="plan">How it is monitored.</param>
    /// <param name="figures">By day.</param>
    /// <param name="baseline">Of the four weeks before the last two; null when not known.</param>
    /// <param name="events">What happened to the play.</param>
    public static Plot? Of(PlayKpi kpi, MonitorPlan plan, SortedDictionary<DateOnly, double> figures, double? baseline, IReadOnlyList<PlotMark> events)
    {
        if (figures.Count < 2)
        {
            return null;
        }

        var first = figures.Keys.First();
        IReadOnlyList<DateOnly> days = [.. Enumerable.Range(0, figures.Keys.Last().DayNumber - first.DayNumber + 1).Select(first.AddDays)];
        var x = days.Select(Plot.Seconds).ToList();
        return new("Day", x,
        [
            new("14-day mean", "main", [.. days.Select(day => Mean(figures, day))]),
            new("Each day", "soft", [.. days.Select(day => figures.TryGetValue(day, out var figure) ? figure : (double?)null)]),
        ])
        {
            Bands = baseline is { } known and > 0 ? Bands(known, KpiBands.RulesOf(plan, kpi.Direction).Bands, kpi.Direction, figures.Values.Max()) : [],
            Events = [.. events.Where(each => each.At >= x[0])],
            Limits = baseline is { } level and > 0 ? Limits(level, KpiBands.RulesOf(plan, kpi.Direction).Bands, kpi.Direction, figures.Values.Max()) : [],
            Unit = kpi.Unit == "fraction" ? "percent" : "number",
        };
    }

    private static double? Mean(SortedDictionary<DateOnly, double> figures, DateOnly day)
    {
        var known = Enumerable.Range(0, MonitoringRules.RecentDays).Where(back => figures.ContainsKey(day.AddDays(-back))).Select(back => figures[day.AddDays(-back)]).ToList();
        return known.Count >= MonitoringRules.LeastRecentDays ? known.Average() : null;
    }

    private static PlotBand[] Bands(double baseline, ClassBands bands, KpiDirection direction, double highest)
    {
        var (down, up) = Kinds(direction);
        PlotBand[] all =
        [
            new(null, baseline * (1 - bands.Drop), "drop", down),
            new(baseline * (1 - Math.Min(bands.Normal, bands.Drop)), baseline * (1 + Math.Min(bands.Normal, bands.Spike)), "normal", "soft"),
            new(baseline * (1 + bands.Spike), null, "spike", up),
        ];
        return IsSpikeShown(baseline, bands, highest) ? all : all[..2];
    }

    private static PlotMark[] Limits(double baseline, ClassBands bands, KpiDirection direction, double highest)
    {
        var (down, up) = Kinds(direction);
        PlotMark[] all =
        [
            new(baseline, "baseline", "soft"),
            new(baseline * (1 - bands.Drop), FormattableString.Invariant($"drop below -{100 * bands.Drop:0.##} %"), down),
            new(baseline * (1 + bands.Spike), FormattableString.Invariant($"spike above +{100 * bands.Spike:0.##} %"), up),
        ];
        return IsSpikeShown(baseline, bands, highest) ? all : all[..2];
    }

    // A limit far above every figure would only press them together.
    private static bool IsSpikeShown(double baseline, ClassBands bands, double highest) => highest > baseline * (1 + (0.6 * bands.Spike));

    private static (string Down, string Up) Kinds(KpiDirection direction) => direction == KpiDirection.LowerIsBetter ? ("good", "bad") : ("bad", "good");
}
