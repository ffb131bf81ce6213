using Optimizer.Domain.Monitoring;
using Optimizer.Testing;

namespace Optimizer.Tests.Domain.Monitoring;

public class DailyDetectorOnRealSeriesTests
{
    [SharedTheory]
    [InlineData("bike_rentals", "bike_sharing_day", DaySide.Low, 0)]
    [InlineData("wp_log_peyton_manning_views", "wp_log_peyton_manning", DaySide.High, 1)]
    public void Scan_DatedEvents_AreFlaggedSevereWithinADay(string name, string events, DaySide side, int daysLate)
    {
        var scan = DailyDetector.Scan(RealSeries.Load(name), MonitoringRules.Default).ToDictionary(reading => reading.Day);

        Assert.All(RealSeries.Events(events), day => Assert.Contains(
            Enumerable.Range(0, daysLate + 1).Select(late => scan[day.AddDays(late)]),
            reading => reading.Flag == side && reading.IsSevere));
    }

    [SharedTheory]
    [InlineData("bike_rentals")]
    [InlineData("cdnow_revenue_dev")]
    [InlineData("upworthy_pageviews")]
    [InlineData("website_unique_visits")]
    [InlineData("wp_log_R_views")]
    public void Scan_OrdinaryRealSeries_StaysQuietOnMostDays(string name)
    {
        var judged = DailyDetector.Scan(RealSeries.Load(name), MonitoringRules.Default).Where(reading => reading.Method != DayMethod.NotJudged).ToList();

        Assert.InRange(judged.Count(reading => reading.Flag != DaySide.None) / (double)judged.Count, 0, 0.07);
        Assert.InRange(judged.Count(reading => reading.Shift is not null) * 365.25 / judged.Count, 0, 9);
    }
}
