using Optimizer.Domain.Monitoring;

namespace Optimizer.Tests.Domain.Monitoring;

public class MonitoringRulesTests
{
    [Fact]
    public void Rules_SettingsOutOfRange_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonitoringRules { Baseline = (BaselineWindow)9 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonitoringRules { DropConfirmPeriods = 3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonitoringRules { PlateauWeeks = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new MonitoringRules { WatchEscalateAfter = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => MonitoringRules.Default with { WatchEscalateAfter = 53 });
        Assert.Throws<ArgumentNullException>(() => new MonitoringRules { Bands = null! });
        Assert.Throws<ArgumentNullException>(() => new MonitoringRules { Detector = null! });
        Assert.Throws<ArgumentNullException>(() => new MonitoringRules { Drift = null! });
    }

    [Fact]
    [Trait("Req", "C37")]
    public void Rules_Default_HoldTheDocumentedLimits()
    {
        var rules = MonitoringRules.Default;

        Assert.Equal((0.02, 0.10, 0.20, 0.50), (rules.Bands.Plateau, rules.Bands.Normal, rules.Bands.Drop, rules.Bands.Spike));
        Assert.Equal((0.15, 3), (rules.Drift.Threshold, rules.Drift.NoiseMultiple));
        Assert.Equal((4, 6, 0.5, 8), (rules.Detector.Flag, rules.Detector.Severe, rules.Detector.Shift.Allowance, rules.Detector.Shift.Limit));
        Assert.Equal((1, 3, null, 42), (rules.DropConfirmPeriods, rules.PlateauWeeks, rules.WatchEscalateAfter, rules.NeedDays));
    }

    [Fact]
    public void DriftRules_LimitsOutOfRange_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftRules(threshold: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftRules(noiseMultiple: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DriftRules(spreadLimit: double.NaN));
    }

    [Fact]
    public void DetectorRules_LimitsOutOfRange_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorRules(flag: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorRules(severe: 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorRules(smallCount: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorRules(flagTail: 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorRules(severeTail: 0.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorRules(shiftQuietDays: -1));
    }
}
