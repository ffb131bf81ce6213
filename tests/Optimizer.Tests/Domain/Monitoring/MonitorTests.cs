using Optimizer.Domain.Kpis;
using Optimizer.Domain.Monitoring;
using static Optimizer.Tests.Domain.Monitoring.Days;
using Monitor = Optimizer.Domain.Monitoring.Monitor;

namespace Optimizer.Tests.Domain.Monitoring;

public class MonitorTests
{
    [Theory]
    [InlineData(100, KpiClass.Plateau, ReadingLevel.Anomaly, KpiMovement.None)]
    [InlineData(105, KpiClass.Normal, ReadingLevel.None, KpiMovement.None)]
    [InlineData(130, KpiClass.Growth, ReadingLevel.Watch, KpiMovement.Good)]
    [InlineData(160, KpiClass.Spike, ReadingLevel.Anomaly, KpiMovement.Good)]
    [InlineData(85, KpiClass.Decline, ReadingLevel.Watch, KpiMovement.Bad)]
    [InlineData(70, KpiClass.Drop, ReadingLevel.Anomaly, KpiMovement.Bad)]
    [Trait("Req", "S0-003")]
    public void Classify_StepOfTheLastTwoWeeks_IsNamed(double recent, KpiClass named, ReadingLevel level, KpiMovement movement)
    {
        var reading = Read([.. Level(56, 100), .. Level(14, recent)]);

        Assert.Equal((named, level, movement), (reading.Class, reading.Level, reading.Movement));
        Assert.Equal((recent / 100) - 1, reading.Change!.Value, 1e-12);
    }

    [Fact]
    [Trait("Req", "S0-016")]
    public void Classify_BaselineSetting_ChoosesTheWindow()
    {
        IEnumerable<double?> values = [.. Level(28, 100), .. Level(14, 80), .. Level(14, 60)];

        var excluding = Read(values);
        var including = Read(values, new() { Baseline = BaselineWindow.IncludingRecent });

        Assert.Equal((60 / 90.0) - 1, excluding.Change!.Value, 1e-12);
        Assert.Equal((60 / 70.0) - 1, including.Change!.Value, 1e-12);
    }

    [Fact]
    public void Classify_StepOfSteadyDays_IsNoNoise()
    {
        IEnumerable<double?> values = [.. Level(56, 100), .. Level(14, 70)];

        Assert.Equal(0, Read(values).Interval!.Value.DayNoise, 1e-9);
        Assert.Equal(0, Read(values, new() { Baseline = BaselineWindow.IncludingRecent }).Interval!.Value.DayNoise, 1e-9);
    }

    [Fact]
    [Trait("Req", "S0-018")]
    public void Classify_FlatForOneDayTooFew_IsStillNormal()
    {
        Assert.Equal(KpiClass.Normal, Read(Level(55, 100)).Class);
        Assert.Equal(KpiClass.Plateau, Read(Level(56, 100)).Class);
        Assert.Equal(KpiClass.Normal, Read(Level(62, 100), new() { PlateauWeeks = 4 }).Class);
        Assert.Equal(KpiClass.Plateau, Read(Level(63, 100), new() { PlateauWeeks = 4 }).Class);
    }

    [Fact]
    public void Classify_PlateauOfNoisyDays_IsFlatWithinNoise()
    {
        var calm = Read(Noisy(Level(70, 100), 0.01));
        var noisy = Read(Noisy(Level(70, 100), 0.15));

        Assert.Equal((KpiClass.Plateau, true), (calm.Class, calm.IsConfirmedPlateau));
        Assert.Equal((KpiClass.Plateau, false), (noisy.Class, noisy.IsConfirmedPlateau));
        Assert.Contains(noisy.Reasons, reason => reason.Contains("flat, within noise", StringComparison.Ordinal));
        Assert.Equal(0.15, noisy.Interval!.Value.DayNoise, 0.04);
        var half = 1.6448536 * noisy.Interval.Value.DayNoise * Math.Sqrt((1 / 14.0) + (1 / 28.0)) * (1 + noisy.Change!.Value);
        Assert.Equal(noisy.Change.Value + half, noisy.Interval.Value.High, 1e-6);
    }

    [Fact]
    [Trait("Req", "S0x-001")]
    public void Classify_DropSeenOnce_WaitsWhereTwoLooksAreAskedFor()
    {
        var rules = new MonitoringRules { DropConfirmPeriods = 2 };

        var once = Read([.. Level(56, 100), .. Level(7, 50)], rules);
        var twice = Read([.. Level(56, 100), .. Level(14, 50)], rules);

        Assert.Equal((KpiClass.Decline, ReadingLevel.Watch), (once.Class, once.Level));
        Assert.Equal(KpiClass.Drop, twice.Class);
        Assert.Equal(KpiClass.Drop, Read([.. Level(56, 100), .. Level(7, 50)]).Class);
    }

    [Fact]
    [Trait("Req", "S0-021")]
    public void Classify_GrowthForWeeks_EscalatesOnlyWhenAsked()
    {
        IEnumerable<double?> rising = Enumerable.Range(0, 84).Select(i => (double?)(100 * Math.Pow(1.0065, i)));

        var silent = Read(rising);
        var heard = Read(rising, new() { WatchEscalateAfter = 3 });
        var early = Read([.. Level(56, 100), .. Level(14, 130)], new() { WatchEscalateAfter = 3 });

        Assert.Equal((KpiClass.Growth, ReadingLevel.Watch), (silent.Class, silent.Level));
        Assert.Equal((KpiClass.Growth, ReadingLevel.Anomaly), (heard.Class, heard.Level));
        Assert.Equal(ReadingLevel.Watch, early.Level);
    }

    [Fact]
    public void Classify_CostPerLeadUp_IsOnTheBadSide()
    {
        var kpi = new Kpi("cost per lead", KpiDirection.LowerIsBetter, KpiKind.Money, "USD");

        var reading = Monitor.Classify(Of(kpi, [.. Level(56, 20), .. Level(14, 33)]), MonitoringRules.Default);

        Assert.Equal((KpiClass.Spike, KpiMovement.Bad), (reading.Class, reading.Movement));
        Assert.Equal("cost per lead: the last 14 days average 33 USD a day, the 28 days before 20 USD: +65.0 %.", reading.Reasons[0]);
        Assert.Equal("More than 50 % up: a spike, on the bad side.", reading.Reasons[1]);
    }

    [Fact]
    [Trait("Req", "S0x-002")]
    public void Classify_TooFewDays_SaysHowManyAreMissing()
    {
        var reading = Read(Level(41, 100));

        Assert.Equal((KpiClass.InsufficientData, ReadingLevel.None), (reading.Class, reading.Level));
        Assert.Equal("leads: 41 days of history where 42 are needed; 1 missing.", Assert.Single(reading.Reasons));
    }

    [Theory]
    [InlineData(4, 8, KpiClass.Normal)]
    [InlineData(5, 0, KpiClass.InsufficientData)]
    [InlineData(0, 9, KpiClass.InsufficientData)]
    public void Classify_GapsInAWindow_AreCountedPerWindow(int recentMissing, int baselineMissing, KpiClass expected)
    {
        var values = Level(50, 100).ToArray();
        Array.Fill(values, null, 37, recentMissing);
        Array.Fill(values, null, 9, baselineMissing);

        var reading = Read(values);

        Assert.Equal(expected, reading.Class);
        Assert.Equal(recentMissing + baselineMissing, reading.MissingDays);
        Assert.Contains(reading.Reasons, reason => reason.Contains(expected == KpiClass.Normal ? "12 days of the two windows" : "have no figure; at most 4 and 8", StringComparison.Ordinal));
    }

    [Fact]
    public void Classify_Zeros_HaveNoRatio()
    {
        var flat = Read(Level(60, 0));
        var started = Read([.. Level(50, 0), .. Level(10, 5)]);

        Assert.Equal((KpiClass.FlatZero, ReadingLevel.Watch), (flat.Class, flat.Level));
        Assert.Equal((KpiClass.FromZero, KpiMovement.Good), (started.Class, started.Movement));
        Assert.Null(started.Change);
    }

    [Fact]
    public void WeekByWeek_EachWeek_SeesOnlyItsPast()
    {
        IEnumerable<double?> values = [.. Noisy(Level(60, 100), 0.1), .. Level(20, 500)];
        var whole = Of(values);

        var readings = Monitor.WeekByWeek(whole, MonitoringRules.Default);

        Assert.Equal(11, readings.Count);
        Assert.All(readings, reading =>
        {
            var alone = Monitor.Classify(whole.CompleteThrough(reading.Day).Required(), MonitoringRules.Default);
            Assert.Equal(DayOfWeek.Sunday, reading.Day.DayOfWeek);
            Assert.Equal((alone.Class, alone.Change, alone.Interval), (reading.Class, reading.Change, reading.Interval));
        });
    }
}
