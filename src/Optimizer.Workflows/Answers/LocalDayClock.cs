using Optimizer.Domain.Reports;

namespace Optimizer.Workflows.Answers;

/// <summary>The calendar of a zone at a moment. A day may have 23 or 25 hours; it begins when its first hour does.</summary>
internal sealed class LocalDayClock
{
    private readonly TimeZoneInfo _zone;

    public LocalDayClock(DateTimeOffset now, TimeZoneInfo zone)
    {
        (Now, _zone) = (now, zone);
        Today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        Monday = Today.AddDays(-(((int)Today.DayOfWeek + 6) % 7));
        Month = new(Today.Year, Today.Month, 1);
    }

    public DateTimeOffset Now { get; }

    public DateOnly Today { get; }

    /// <summary>Of the week of today.</summary>
    public DateOnly Monday { get; }

    /// <summary>First day of the month of today.</summary>
    public DateOnly Month { get; }

    /// <summary>Whole days, both ends included.</summary>
    public AskedTime Span(DateOnly first, DateOnly last, string from, string to) => new(
        Start(first), Start(last.AddDays(1)), first == last ? $"on {Says.Day(first)}" : $"{from} {Says.Day(first)} {to} {Says.Day(last)}");

    public AskedTime From(DateOnly first) => new(Start(first), null, $"since {Says.Day(first)}");

    public AskedTime To(DateOnly last) => new(null, Start(last.AddDays(1)), $"until {Says.Day(last)}");

    /// <summary>So many units back from now; days count from their beginning, so that "the last 7 days" begins at midnight.</summary>
    public AskedTime Lately(int count, string unit) => unit == "hour"
        ? new(Now.AddHours(-count), null, $"since {Says.When(Now.AddHours(-count), _zone)}")
        : Back(count, unit) is { } first ? From(first) : throw new ArgumentOutOfRangeException(nameof(unit), unit, "unknown unit of time");

    /// <summary>The day so many days ago, the week so many weeks ago.</summary>
    public AskedTime Ago(int count, string unit) => unit switch
    {
        "hour" => new(Now.AddHours(-count - 1), Now.AddHours(-count + 1), $"around {Says.When(Now.AddHours(-count), _zone)}"),
        "day" => Span(Today.AddDays(-count), Today.AddDays(-count), "from", "to"),
        "week" => Span(Monday.AddDays(-7 * count), Monday.AddDays(-7 * count + 6), "from", "to"),
        "month" => Span(Month.AddMonths(-count), Month.AddMonths(1 - count).AddDays(-1), "from", "to"),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "unknown unit of time"),
    };

    private DateOnly? Back(int count, string unit) => unit switch
    {
        "day" => Today.AddDays(-count),
        "week" => Today.AddDays(-7 * count),
        "month" => Today.AddMonths(-count),
        _ => null,
    };

    private DateTimeOffset Start(DateOnly day) => LocalTime.Moment(day.ToDateTime(TimeOnly.MinValue), _zone);
}
