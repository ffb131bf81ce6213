using System.Globalization;
using Optimizer.Standalone.Engine;

namespace Optimizer.Tests.Standalone.Engine;

public class TimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 12, 7, TimeSpan.Zero);

    [Theory]
    [InlineData("0:0:0", "0 ms")]
    [InlineData("0:0:0.131", "131 ms")]
    [InlineData("0:0:2.19", "2.1 s")]
    [InlineData("0:0:3", "3 s")]
    [InlineData("0:0:59.9", "59 s")]
    [InlineData("0:1:0", "1 min")]
    [InlineData("0:1:1", "1 min 1 s")]
    [InlineData("2:10:59", "2 h 10 min")]
    [InlineData("19.5:0:0", "19 d 5 h")]
    [InlineData("365.0:59:0", "365 d")]
    [InlineData("-2:10:0", "2 h 10 min")]
    public void Gap_Time_IsItsTwoLargestUnits(string gap, string expected) =>
        Assert.Equal(expected, Times.Gap(TimeSpan.Parse(gap, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(-130, "2 min 10 s ago")]
    [InlineData(0, "now")]
    [InlineData(0.5, "now")]
    [InlineData(-0.5, "now")]
    [InlineData(5, "in 5 s")]
    public void Relative_Time_SaysBeforeOrAfter(double seconds, string expected) => Assert.Equal(expected, Times.Relative(Now.AddSeconds(seconds), Now));

    [Fact]
    public void At_OtherOffset_IsUtc() => Assert.Equal("2026-11-21 03:12:07Z", Times.At(Now.ToOffset(TimeSpan.FromHours(5))));

    [Fact]
    public void Clock_OtherDay_NamesIt()
    {
        Assert.Equal("03:12:07.000Z", Times.Clock(Now, Now.AddHours(-1)));
        Assert.Equal("2026-11-21 03:12:07.000Z", Times.Clock(Now, Now.AddHours(-4)));
        Assert.Equal("2026-11-21 03:12:07.000Z", Times.Clock(Now, null));
    }
}
