using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using static Optimizer.Tests.Domain.Monitoring.Days;

namespace Optimizer.Tests.Domain.Monitoring;

public class DriftTests
{
    private static readonly double[] Week = [1.1, 1.2, 1.1, 1.0, 1.0, 0.7, 0.9];

    [Theory]
    [InlineData(-0.18, KpiDirection.HigherIsBetter, true)]
    [InlineData(-0.14, KpiDirection.HigherIsBetter, false)]
    [InlineData(0.18, KpiDirection.HigherIsBetter, false)]
    [InlineData(0.18, KpiDirection.LowerIsBetter, true)]
    [InlineData(-0.18, KpiDirection.LowerIsBetter, false)]
    [Trait("Req", "C37")]
    public void Measure_DriftAroundTheThreshold_FiresOnTheBadSideOnly(double drift, KpiDirection direction, bool expected)
    {
        var kpi = new Kpi("pricing page purchase rate", direction, KpiKind.Rate);
        var last = 100 * (1 + (drift / 0.875));

        var reading = Drift.Measure(Of(kpi, [.. Level(37, 100), .. Level(3, last)]), MonitoringRules.Default);

        Assert.Equal(drift, reading.Change!.Value, 1e-9);
        Assert.Equal(expected, reading.IsBreached);
    }

    [Fact]
    [Trait("Req", "S3-053")]
    public void Measure_Breach_SaysMetricPercentAndWindow()
    {
        var kpi = new Kpi("pricing page purchase rate", kind: KpiKind.Rate);

        var reading = Drift.Measure(Of(kpi, [.. Level(37, 100), .. Level(3, 100 * (1 - (0.18 / 0.875)))]), MonitoringRules.Default);

        Assert.Equal("EMA drift: pricing page purchase rate -18.0 % vs 14-day; the limit is 15 %.", reading.Reasons[0]);
    }

    [Fact]
    public void Measure_OrdinaryWeekend_IsNoDrift()
    {
        var values = Enumerable.Range(0, 70).Select(i => (double?)(100 * Week[i % 7]));

        var reading = Drift.Measure(Of(values), MonitoringRules.Default);

        Assert.True(reading.Raw!.Value.Change < -0.10);
        Assert.Equal(0, reading.Change!.Value, 1e-12);
        Assert.Equal(0.5, reading.Index!.Spread, 1e-12);
    }

    [Fact]
    public void Measure_NoisyDays_WidenTheLimit()
    {
        var reading = Drift.Measure(Of(Noisy(Level(70, 100), 0.2)), MonitoringRules.Default);
        var plain = Drift.Measure(Of(Noisy(Level(70, 100), 0.2)), new() { Drift = new(noiseMultiple: 0) });

        Assert.True(reading.Limit > 0.3, $"limit {reading.Limit}");
        Assert.Equal(3 * reading.Noise!.Value, reading.Limit!.Value, 1e-12);
        Assert.Equal(0.15, plain.Limit);
    }

    [Fact]
    public void Measure_SmallCount_IsNeverCalmerThanPoisson()
    {
        var kpi = new Kpi("leads", kind: KpiKind.Count);

        var reading = Drift.Measure(Of(kpi, Level(60, 4)), MonitoringRules.Default);

        Assert.Equal(0.5 * Math.Sqrt((1.0 / 3) + (1.0 / 14)), reading.Noise!.Value, 1e-12);
    }

    [Fact]
    public void Measure_WeekdayWithoutTrade_IsLeftOutOfTheAdjustedDrift()
    {
        double[] week = [1, 1, 1, 1, 1, 1, 0];

        var reading = Drift.Measure(Of(Enumerable.Range(0, 70).Select(i => (double?)(100 * week[i % 7]))), MonitoringRules.Default);

        Assert.Equal(0, reading.Change!.Value, 1e-12);
        Assert.False(reading.IsBreached);
    }

    [Fact]
    public void Measure_Gaps_UseThePresentDaysUntilTooFew()
    {
        var values = Level(40, 100).ToArray();
        values[38] = null;
        Array.Fill(values, null, 24, 4);

        var some = Drift.Measure(Of(values), MonitoringRules.Default);
        values[28] = null;
        var few = Drift.Measure(Of(values), MonitoringRules.Default);

        Assert.Equal(0, some.Change!.Value, 1e-12);
        Assert.Null(few.Change);
        Assert.Contains("9 of the 14 baseline days", few.Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_ShortHistory_KeepsTheWeekdaysIn()
    {
        Assert.Null(Drift.Measure(Of(Level(23, 100)), MonitoringRules.Default).Deseasonalised);
        Assert.NotNull(Drift.Measure(Of(Level(24, 100)), MonitoringRules.Default).Deseasonalised);
        Assert.Null(Drift.Measure(Of(Level(16, 100)), MonitoringRules.Default).Raw);
    }
}
