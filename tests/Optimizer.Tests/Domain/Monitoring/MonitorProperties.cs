using FsCheck;
using FsCheck.Fluent;
using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using Optimizer.Testing;
using Monitor = Optimizer.Domain.Monitoring.Monitor;

namespace Optimizer.Tests.Domain.Monitoring;

public class MonitorProperties
{
    private static readonly double?[] Nasty = [null, 0, 0, 5e-324, 1e-300, 1e-9, 0.5, 1, 3, 100, 100, 100, 1e6, 1e100];

    [Fact]
    public void EveryView_AnySeriesThatCanBeBuilt_AnswersWithReasons() => Prop.ForAll<int[], PositiveInt, NonNegativeInt>((picks, days, kind) =>
    {
        var values = Enumerable.Range(0, 1 + (days.Get * 7 % 150)).Select(i => Pick(picks, i)).Append(7);
        var kpi = new Kpi("any", (KpiDirection)(kind.Get % 2), (KpiKind)(kind.Get % 3));
        var series = Days.Of(kpi, values);

        var readings = Monitor.WeekByWeek(series, MonitoringRules.Default).Append(Monitor.Classify(series, MonitoringRules.Default));
        var scan = DailyDetector.Scan(series, MonitoringRules.Default);

        return readings.All(reading => reading.Reasons.Count > 0)
            && scan.All(reading => reading.Reasons.Count > 0 && !double.IsNaN(reading.Score ?? 0))
            && Drift.Measure(series, MonitoringRules.Default).Reasons.Count > 0;
    }).Check(Laws.Of(300));

    [Fact]
    public void Classify_SameShapeInAnotherUnit_IsTheSameClass() => Prop.ForAll<NonEmptyArray<int>, PositiveInt>((picks, unit) =>
    {
        var values = Enumerable.Range(0, 70).Select(i => (double?)(50 + Math.Abs((long)picks.Get[i % picks.Get.Length] % 100))).ToList();

        var reading = Days.Read(values);
        var scaled = Days.Read(values.Select(value => value * unit.Get));

        return reading.Class == scaled.Class && Math.Abs(reading.Change!.Value - scaled.Change!.Value) < 1e-9;
    }).Check(Laws.Of(300));

    private static double? Pick(int[] picks, int i) =>
        picks.Length == 0 ? 100 : Nasty[Math.Abs((long)picks[i % picks.Length] + (i / picks.Length)) % Nasty.Length];
}
