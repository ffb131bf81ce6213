using Optimizer.Domain.Monitoring;
using Optimizer.Testing;
using Monitor = Optimizer.Domain.Monitoring.Monitor;

namespace Optimizer.Tests.Domain.Monitoring;

public class MonitorOnRealSeriesTests
{
    public static TheoryData<string> Names => [.. RealSeries.Names];

    [SharedTheory]
    [MemberData(nameof(Names))]
    [Trait("Req", "S0-016")]
    public void WeekByWeek_RecordedSeries_AgreesWithTheWeeklyFigures(string name)
    {
        var expected = RealSeries.Weekly(name).ToList();
        var readings = Monitor.WeekByWeek(RealSeries.Load(name), MonitoringRules.Default).ToDictionary(reading => reading.Day);

        var measured = readings.Values.Where(reading => reading.Class != KpiClass.InsufficientData).Select(reading => reading.Day).Order();

        Assert.Equal(expected.Select(week => week.WeekEnding), measured);
        Assert.All(expected, week =>
        {
            var reading = readings[week.WeekEnding];
            Assert.Equal(42 - week.Recent - week.Baseline, reading.MissingDays);
            Assert.Equal(week.Change, reading.Change!.Value, 0.000011);
            Assert.Contains(reading.Class, Classes(week.Class));
        });
    }

    private static KpiClass[] Classes(string name) => name switch
    {
        "drop" => [KpiClass.Drop],
        "decline" => [KpiClass.Decline],
        "stable" => [KpiClass.Normal, KpiClass.Plateau],
        "growth" => [KpiClass.Growth],
        "surge" => [KpiClass.Growth, KpiClass.Spike],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "unknown class"),
    };
}
