namespace Optimizer.Domain.Reports;

/// <summary>When the weekly briefs are written (S0-046).</summary>
/// <param name="Day">Local day.</param>
/// <param name="Hour">Local hour, 0 to 23.</param>
/// <param name="TimeZone">IANA time zone (C36).</param>
public sealed record ReportSchedule(DayOfWeek Day = DayOfWeek.Monday, int Hour = 9, string TimeZone = "UTC")
{
    public int Hour { get; init; } = Hour is >= 0 and <= 23
        ? Hour
        : throw new ArgumentOutOfRangeException(nameof(Hour), Hour, "must be an hour of the day, 0 to 23");

    /// <summary>
    /// The first weekly moment after a time. One per local date, whatever the clock does: an hour that is skipped in spring
    /// moves to the end of the gap, one that comes twice in autumn counts the first time.
    /// </summary>
    /// <param name="after">Any moment; the answer is later.</param>
    /// <param name="zone">Of <see cref="TimeZone"/>.</param>
    public DateTimeOffset Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var day = TimeZoneInfo.ConvertTime(after, zone).Date;
        while (true)
        {
            if (day.DayOfWeek == Day && LocalTime.Moment(day.AddHours(Hour), zone) is var moment && moment > after)
            {
                return moment;
            }

            day = day.AddDays(1);
        }
    }
}
