using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Monitor = Optimizer.Domain.Monitoring.Monitor;

namespace Optimizer.Tests.Domain.Monitoring;

/// <summary>Seeded simulations of steady KPIs; limits stand five standard errors from what long runs gave.</summary>
public class MonitoringCoverageTests
{
    private static readonly double[] Week = [1.05, 1.08, 1.06, 1.03, 1.02, 0.85, 0.91];

    /// <summary>Long runs: 1.6 flags and 0.5 shifts a year on independent days, 1.4 and 0.9 at autocorrelation 0.5.</summary>
    [Theory]
    [InlineData(0.0, 0.6, 2.7, 1.2)]
    [InlineData(0.5, 0.4, 2.4, 1.7)]
    public void Scan_SteadySeries_RaisesFewFalseAlarms(double autocorrelation, double leastFlags, double mostFlags, double mostShifts)
    {
        var random = new Random(20_260_105);
        var judged = Enumerable.Range(0, 20)
            .SelectMany(_ => DailyDetector.Scan(Steady(random, 730, 0.10, autocorrelation), MonitoringRules.Default))
            .Where(reading => reading.Method != DayMethod.NotJudged)
            .ToList();
        var years = judged.Count / 365.25;

        Assert.InRange(judged.Count(reading => reading.Flag != DaySide.None) / years, leastFlags, mostFlags);
        Assert.InRange(judged.Count(reading => reading.Shift is not null) / years, 0, mostShifts);
    }

    [Theory]
    [InlineData(BaselineWindow.ExcludingRecent)]
    [InlineData(BaselineWindow.IncludingRecent)]
    public void Classify_IntervalOfASteadySeries_HoldsZeroNineTimesInTen(BaselineWindow baseline)
    {
        const int Runs = 1000;
        var random = new Random(7);
        var rules = new MonitoringRules { Baseline = baseline };

        var covered = Enumerable.Range(0, Runs).Count(_ =>
            Monitor.Classify(Steady(random, 42, 0.10, 0), rules).Interval is { Low: <= 0, High: >= 0 });

        Assert.InRange(covered / (double)Runs, 0.85, 0.95);
    }

    private static KpiSeries Steady(Random random, int days, double noise, double autocorrelation)
    {
        var wobble = Normal(random);
        return Days.Of(Enumerable.Range(0, days).Select(i =>
        {
            wobble = (autocorrelation * wobble) + (Math.Sqrt(1 - (autocorrelation * autocorrelation)) * Normal(random));
            return (double?)Math.Max(0, 2000 * Week[i % 7] * (1 + (noise * wobble)));
        }));
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
