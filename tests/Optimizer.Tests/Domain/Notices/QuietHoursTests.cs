using Optimizer.Domain.Notices;

namespace Optimizer.Tests.Domain.Notices;

public class QuietHoursTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-03-02T12:59:00Z", null)]
    [InlineData("2026-03-02T13:00:00Z", "2026-03-02T15:00:00Z")]
    [InlineData("2026-03-02T14:59:59Z", "2026-03-02T15:00:00Z")]
    [InlineData("2026-03-02T15:00:00Z", null)]
    public void End_WithinADay_IsOfTheRecipientsClock(string now, string? end) => Assert.Equal(At(end), new QuietHours(new(14, 0), new(16, 0)).End(At(now)!.Value, Berlin));

    [Theory]
    [InlineData("2026-03-02T20:59:59Z", null)]
    [InlineData("2026-03-02T21:00:00Z", "2026-03-03T06:00:00Z")]
    [InlineData("2026-03-02T23:00:00Z", "2026-03-03T06:00:00Z")]
    [InlineData("2026-03-03T05:59:59Z", "2026-03-03T06:00:00Z")]
    [InlineData("2026-03-03T06:00:00Z", null)]
    public void End_AcrossMidnight_IsTheNextMorning(string now, string? end) => Assert.Equal(At(end), new QuietHours(new(22, 0), new(7, 0)).End(At(now)!.Value, Berlin));

    // Clocks jump from 02:00 to 03:00 on 29 March, and back from 03:00 to 02:00 on 25 October.
    [Theory]
    [InlineData("22:00", "07:00", "2026-03-28T21:00:00Z", "2026-03-29T05:00:00Z")]
    [InlineData("22:00", "07:00", "2026-10-24T20:00:00Z", "2026-10-25T06:00:00Z")]
    [InlineData("22:00", "02:30", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z")]
    [InlineData("22:00", "02:30", "2026-03-29T01:00:00Z", null)]
    [InlineData("22:00", "02:30", "2026-10-25T00:29:59Z", "2026-10-25T00:30:00Z")]
    [InlineData("22:00", "02:30", "2026-10-25T00:30:00Z", null)]
    [InlineData("22:00", "02:30", "2026-10-25T01:15:00Z", null)]
    [InlineData("02:15", "02:45", "2026-03-29T01:00:00Z", null)]
    public void End_WhenTheClockJumps_ComesOnceANight(string from, string until, string now, string? end) => Assert.Equal(
        At(end), new QuietHours(TimeOnly.Parse(from, null), TimeOnly.Parse(until, null)).End(At(now)!.Value, Berlin));

    private static DateTimeOffset? At(string? text) => text is null ? null : DateTimeOffset.Parse(text, null);
}
