using Optimizer.Statistics.Series;

namespace Optimizer.Tests.Statistics.Series;

public class CusumTests
{
    [Fact]
    public void Scan_SumExactlyAtLimit_IsNoAlarm() => Assert.Empty(new Cusum(0.5, 3, 4).Scan([2, 2]));

    [Fact]
    public void Scan_SteadyShift_AlarmsAndStartsAgain()
    {
        var alarms = new Cusum(0.5, 8, 4).Scan([-3, -3, -3, -3, -3, -3, -3, -3]);

        Assert.Equal([new CusumAlarm(3, CusumDirection.Down), new CusumAlarm(7, CusumDirection.Down)], alarms);
    }

    [Fact]
    public void Scan_AlarmOnOneSide_ResetsTheOther()
    {
        var cusum = new Cusum(allowance: 0, limit: 3, clip: 10);

        var alarms = cusum.Scan([-2, 6, -2, -2]);

        Assert.Equal([new CusumAlarm(1, CusumDirection.Up), new CusumAlarm(3, CusumDirection.Down)], alarms);
    }

    [Fact]
    public void Scan_OneWildScore_IsClippedBelowTheLimit() => Assert.Empty(new Cusum().Scan([1000, 0, 0, 0, 0, 0, 0, 0]));

    [Theory]
    [InlineData(-0.1, 8, 4)]
    [InlineData(0.5, 0, 4)]
    [InlineData(0.5, 8, 0.5)]
    [InlineData(double.NaN, 8, 4)]
    public void Constructor_SettingThatCannotWork_Throws(double allowance, double limit, double clip) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Cusum(allowance, limit, clip));

    [Fact]
    public void Add_NotANumber_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new Cusum().Add(default, double.NaN, out _));
}
