using Optimizer.Domain.Plays;

namespace Optimizer.Tests.Domain.Plays;

public class TickClockTests
{
    private static readonly TimeOnly Eight = new(8, 0);

    [Fact]
    public void Next_AtTheVeryMoment_IsTheNextDay()
    {
        var due = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

        Assert.Equal(due.AddDays(1), TickClock.Next(due, Eight, "UTC"));
        Assert.Equal(due, TickClock.Next(due.AddTicks(-1), Eight, "UTC"));
        Assert.Equal(due.AddDays(7), TickClock.Next(due, Eight, "UTC", 7));
    }

    [Theory]
    [InlineData(2026, 3, 28, 23)]
    [InlineData(2026, 10, 24, 25)]
    public void Next_OverAChangeOfTheClock_KeepsTheLocalHour(int year, int month, int day, int hours)
    {
        var before = TickClock.Next(new(year, month, day, 0, 0, 0, TimeSpan.Zero), Eight, "Europe/Warsaw");
        var after = TickClock.Next(before, Eight, "Europe/Warsaw");

        Assert.Equal(TimeSpan.FromHours(hours), after - before);
    }

    [Fact]
    public void Next_InTheHourThatIsSkipped_ComesWhenTheClockHasJumped()
    {
        // 02:30 does not exist in Warsaw on 29 March 2026; the clock jumps from 02:00 to 03:00, at 01:00 UTC.
        var due = TickClock.Next(new(2026, 3, 28, 12, 0, 0, TimeSpan.Zero), new(2, 30), "Europe/Warsaw");

        Assert.Equal(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero), due);
    }

    [Fact]
    public void Next_InTheHourThatComesTwice_ComesOnce()
    {
        var first = TickClock.Next(new(2026, 10, 24, 12, 0, 0, TimeSpan.Zero), new(2, 30), "Europe/Warsaw");

        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), first);
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 1, 30, 0, TimeSpan.Zero), TickClock.Next(first, new(2, 30), "Europe/Warsaw"));
    }

    [Fact]
    public void Next_OfAnUnknownZoneOrNoDays_IsRefused()
    {
        Assert.Throws<TimeZoneNotFoundException>(() => TickClock.Next(default, Eight, "Nowhere/Town"));
        Assert.Throws<ArgumentOutOfRangeException>(() => TickClock.Next(default, Eight, "UTC", 0));
    }
}
