using Optimizer.Domain.Reports;

namespace Optimizer.Tests.Domain.Reports;

public class ReportScheduleTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    [Trait("Req", "S0-046")]
    public void Next_FiveYears_IsOncePerWeekAtTheLocalHour()
    {
        var schedule = new ReportSchedule(DayOfWeek.Sunday, 2, "Europe/Berlin");
        var moment = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var names = new List<string>();
        var last = (ReportWeek?)null;
        for (var i = 0; i < 260; i++)
        {
            moment = schedule.Next(moment, Berlin);
            var local = TimeZoneInfo.ConvertTime(moment, Berlin);
            var week = ReportWeek.Before(moment, Berlin);
            Assert.Equal(DayOfWeek.Sunday, local.DayOfWeek);
            // Only the last Sunday of March has no two o'clock: the clock goes from 02:00 to 03:00.
            Assert.Equal(local is { Month: 3, Day: > 24 } ? 3 : 2, local.Hour);
            Assert.Equal(last?.Until ?? week.Since, week.Since);
            Assert.Equal(last?.Last.AddDays(1) ?? week.First, week.First);
            names.Add(week.Name);
            last = week;
        }

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    [Trait("Req", "C25")]
    public void Next_HourThatComesTwice_IsTheFirst()
    {
        var schedule = new ReportSchedule(DayOfWeek.Sunday, 2, "Europe/Berlin");
        var moment = schedule.Next(new(2026, 10, 24, 12, 0, 0, TimeSpan.Zero), Berlin);

        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero), moment);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 1, 0, 0, TimeSpan.Zero), schedule.Next(moment, Berlin));
    }

    [Fact]
    public void Before_MondayMorning_IsTheIsoWeekThatEnded()
    {
        var week = ReportWeek.Before(new(2026, 2, 16, 8, 0, 0, TimeSpan.Zero), Berlin);

        Assert.Equal(("2026-W07", new DateOnly(2026, 2, 9), new DateOnly(2026, 2, 15)), (week.Name, week.First, week.Last));
        Assert.Equal(new DateTimeOffset(2026, 2, 8, 23, 0, 0, TimeSpan.Zero), week.Since);
    }

    [Fact]
    public void Before_NewYear_NamesTheYearOfTheIsoWeek() =>
        Assert.Equal("2026-W53", ReportWeek.Before(new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero), TimeZoneInfo.Utc).Name);

    [Theory]
    [InlineData(-1)]
    [InlineData(24)]
    public void Hour_OutOfTheDay_IsRefused(int hour) => Assert.Throws<ArgumentOutOfRangeException>(() => new ReportSchedule(Hour: hour));
}
