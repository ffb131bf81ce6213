using Optimizer.Statistics.Series;

namespace Optimizer.Tests.Statistics.Series;

public class DetectorScoreTests
{
    private static readonly (int First, int Last)[] Windows = [(10, 20), (50, 60)];

    [Fact]
    public void Of_FirstPointOfEachWindow_IsHundred() => Assert.Equal(100, DetectorScore.Of([10, 50], Windows, DetectorProfile.Standard), 1e-9);

    [Fact]
    public void Of_NoAlarm_IsZero() => Assert.Equal(0, DetectorScore.Of([], Windows, DetectorProfile.FewMisses), 1e-9);

    [Fact]
    public void Of_SecondAlarmInAWindow_ChangesNothing() => Assert.Equal(
        DetectorScore.Of([12], Windows, DetectorProfile.Standard),
        DetectorScore.Of([15, 12, 18], Windows, DetectorProfile.Standard));

    [Fact]
    public void Of_LaterInTheWindow_IsWorthLess() => Assert.True(
        DetectorScore.Of([11], Windows, DetectorProfile.Standard) > DetectorScore.Of([19], Windows, DetectorProfile.Standard));

    [Fact]
    public void Of_FalseAlarms_CostWhatTheProfileSays()
    {
        var standard = DetectorScore.Of([1, 2], Windows, DetectorProfile.Standard);
        var strict = DetectorScore.Of([1, 2], Windows, DetectorProfile.FewFalseAlarms);

        Assert.Equal(100 * -0.22 / 4, standard, 1e-9);
        Assert.Equal(2 * standard, strict, 1e-9);
    }

    [Fact]
    public void Of_JustAfterAWindow_CostsLessThanFarAfter() => Assert.True(
        DetectorScore.Of([21], Windows, DetectorProfile.Standard) > DetectorScore.Of([45], Windows, DetectorProfile.Standard));

    [Fact]
    public void At_NotANumber_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => DetectorScore.At(double.NaN));

    [Fact]
    public void Constructor_NegativeWorth_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorProfile(1, -0.1, 1));
}
