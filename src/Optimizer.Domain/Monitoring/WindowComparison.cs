using Optimizer.Domain.Kpis;

namespace Optimizer.Domain.Monitoring;

/// <summary>The two windows of one look: their days with a figure and the means of those.</summary>
internal readonly record struct WindowComparison(int SpanDays, int RecentPresent, int BaselinePresent, double RecentMean, double BaselineMean, int MissingDays)
{
    private double RecentShare => RecentPresent / (double)BaselinePresent;

    /// <summary>Relative change, or null on a baseline of zeros or so near to it that the ratio is no number.</summary>
    public double? Change => BaselineMean > 0 && double.IsFinite(RecentMean / BaselineMean) ? (RecentMean / BaselineMean) - 1 : null;

    /// <summary>Mean of the baseline days that are not recent ones: the baseline mean itself unless it includes them.</summary>
    public double OlderMean(BaselineWindow baseline) => baseline == BaselineWindow.ExcludingRecent || RecentPresent == BaselinePresent
        ? BaselineMean
        : (BaselineMean - (RecentShare * RecentMean)) / (1 - RecentShare);

    public bool TooManyMissing => RecentPresent < MonitoringRules.LeastRecentDays || BaselinePresent < MonitoringRules.LeastBaselineDays;

    public static WindowComparison At(KpiSeries series, DateOnly day, MonitoringRules rules)
    {
        var recentStart = day.AddDays(1 - MonitoringRules.RecentDays);
        var baselineEnd = rules.Baseline == BaselineWindow.ExcludingRecent ? recentStart.AddDays(-1) : day;
        var (recentPresent, recentMean) = Mean(series.Between(recentStart, day));
        var (baselinePresent, baselineMean) = Mean(series.Between(baselineEnd.AddDays(1 - MonitoringRules.BaselineDays), baselineEnd));
        var missing = MonitoringRules.BaselineDays - baselinePresent
            + (rules.Baseline == BaselineWindow.ExcludingRecent ? MonitoringRules.RecentDays - recentPresent : 0);
        return new(day.DayNumber - series.Start.DayNumber + 1, recentPresent, baselinePresent, recentMean, baselineMean, missing);
    }

    private static (int Present, double Mean) Mean(ReadOnlySpan<double?> values)
    {
        double sum = 0;
        var present = 0;
        foreach (var value in values)
        {
            if (value is { } known)
            {
                sum += known;
                present++;
            }
        }

        return (present, present == 0 ? 0 : sum / present);
    }
}
