using System.Diagnostics;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Statistics.Series;
using static Optimizer.Tests.Domain.Monitoring.Days;

namespace Optimizer.Tests.Domain.Monitoring;

public class DailyDetectorTests
{
    private static readonly double[] Week = [1.1, 1.2, 1.1, 1.0, 1.0, 0.7, 0.9];

    [Fact]
    public void Scan_LowSunday_IsUsualAndALowMondayIsNot()
    {
        var values = Seasonal(70);
        values[63] = values[63] * 0.6;

        var scan = DailyDetector.Scan(Of(values), MonitoringRules.Default);

        var flagged = Assert.Single(scan, reading => reading.Flag != DaySide.None);
        Assert.Equal((Monday.AddDays(63), DaySide.Low, true, KpiMovement.Bad), (flagged.Day, flagged.Flag, flagged.IsSevere, flagged.Movement));
        Assert.Equal(110, flagged.Expected!.Value, 2.0);
    }

    [Fact]
    public void Scan_TwoFlaggedDaysInARow_TheSecondIsSevere()
    {
        var values = Level(60, 100).ToArray();
        values[50] = 90;
        values[51] = 90;

        var scan = DailyDetector.Scan(Of(values), MonitoringRules.Default);

        Assert.Equal((DaySide.Low, false), (scan[50].Flag, scan[50].IsSevere));
        Assert.Equal((DaySide.Low, true, false), (scan[51].Flag, scan[51].IsSevere, scan[51].IsExtreme));
    }

    [Fact]
    public void Score_LastDay_AgreesWithTheScan()
    {
        var values = Noisy(Seasonal(64), 0.03).ToArray();
        values[62] *= 0.8;
        values[63] *= 0.8;
        var series = Of(values);

        var last = DailyDetector.Scan(series, MonitoringRules.Default)[^1];
        var score = DailyDetector.Score(series, MonitoringRules.Default);

        Assert.NotEqual(DaySide.None, last.Flag);
        Assert.Equal((last.Score, last.Flag, last.IsSevere, last.Median), (score.Score, score.Flag, score.IsSevere, score.Median));
    }

    [Fact]
    public void Scan_SlowShift_IsToldOnceWithItsDirection()
    {
        var values = Noisy([.. Level(84, 100), .. Level(25, 88)], 0.05);

        var scan = DailyDetector.Scan(Of(values), MonitoringRules.Default);

        var shift = Assert.Single(scan, reading => reading.Shift is not null);
        Assert.Equal((CusumDirection.Down, KpiMovement.Bad), (shift.Shift, shift.Movement));
        Assert.InRange(shift.Day.DayNumber - Monday.DayNumber, 85, 100);
    }

    [Fact]
    public void Scan_QuietDaysOff_TellsEveryAlarm()
    {
        var series = Of([.. Level(84, 100), .. Level(25, 88)]);

        var scan = DailyDetector.Scan(series, new() { Detector = new(adaptShift: false, shiftQuietDays: 0) });
        var plain = new Cusum().Scan([.. scan.Where(reading => reading.Score is not null).Select(reading => reading.Score!.Value)]);

        Assert.True(plain.Count > 1);
        Assert.Equal(plain.Count, scan.Count(reading => reading.Shift is not null));
    }

    [Fact]
    public void Scan_MissingDays_AreSkippedAndKeepTheirWeekday()
    {
        var values = Seasonal(70);
        values[40] = null;
        values[47] = null;
        values[69] = null;

        var scan = DailyDetector.Scan(Of(values), MonitoringRules.Default);

        Assert.Equal(DayMethod.NotJudged, scan[40].Method);
        Assert.All(scan.Where(reading => reading.Method != DayMethod.NotJudged), reading => Assert.Equal(0, reading.Score!.Value, 1e-9));
    }

    [Fact]
    public void Scan_TooManyMissingDays_AreNotJudged()
    {
        var values = Level(60, 100).ToArray();
        Array.Fill(values, null, 10, 16);

        var scan = DailyDetector.Scan(Of(values), MonitoringRules.Default);

        Assert.All(scan.Take(38), reading => Assert.Equal(DayMethod.NotJudged, reading.Method));
        Assert.Equal(DayMethod.RobustScore, scan[^1].Method);
    }

    [Theory]
    [InlineData(8, DaySide.None)]
    [InlineData(13, DaySide.High)]
    [InlineData(0, DaySide.None)]
    public void Score_SmallCount_IsJudgedByItsPoissonTail(double today, DaySide expected)
    {
        double[] counts = [4, 3, 5, 2, 6, 4, 4, 7, 1, 4, 3, 5];
        var history = Enumerable.Range(0, 56).Select(i => (double?)counts[i * 5 % 12]);

        var reading = DailyDetector.Score(Of(new Kpi("leads"), [.. history, today]), MonitoringRules.Default);

        Assert.Equal((DayMethod.PoissonTail, expected), (reading.Method, reading.Flag));
        var exact = today > reading.Expected ? PoissonTail.AtLeast((long)today, reading.Expected!.Value) : PoissonTail.AtMost((long)today, reading.Expected!.Value);
        Assert.Equal(exact, reading.Tail!.Value, 1e-12);
    }

    [Fact]
    public void Score_FirstEventAfterZeros_IsNoAlarmAndManyAre()
    {
        var kpi = new Kpi("leads");

        Assert.Equal(DaySide.None, DailyDetector.Score(Of(kpi, [.. Level(56, 0), 1]), MonitoringRules.Default).Flag);
        Assert.True(DailyDetector.Score(Of(kpi, [.. Level(56, 0), 5]), MonitoringRules.Default).IsSevere);
    }

    [Fact]
    public void Score_LargeCount_IsNotTakenForPoisson()
    {
        var kpi = new Kpi("visits");
        var history = Noisy(Level(56, 3_000_000), 0.2).Select(value => (double?)Math.Round(value!.Value));

        var reading = DailyDetector.Score(Of(kpi, [.. history, 2_500_000]), MonitoringRules.Default);

        Assert.Equal((DayMethod.RobustScore, DaySide.None), (reading.Method, reading.Flag));
    }

    [Fact]
    public void Score_OverdispersedSmallCount_IsJudgedMoreGently()
    {
        var kpi = new Kpi("leads");
        var history = Enumerable.Range(0, 56).Select(i => (double?)(i * 7 % 8 < 4 ? 10 : 26));

        var reading = DailyDetector.Score(Of(kpi, [.. history, 33]), MonitoringRules.Default);

        Assert.True(reading.Tail > PoissonTail.AtLeast(33, reading.Expected!.Value));
        Assert.Equal(DaySide.None, reading.Flag);
    }

    [Fact]
    public void Scan_TenYears_TakesLinearTime()
    {
        var series = Of(Noisy(Seasonal(3653), 0.05));
        var watch = Stopwatch.StartNew();

        var scan = DailyDetector.Scan(series, MonitoringRules.Default);

        Assert.Equal(3653, scan.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"took {watch.Elapsed}");
    }

    private static double?[] Seasonal(int days) => [.. Enumerable.Range(0, days).Select(i => (double?)(100 * Week[i % 7]))];
}
