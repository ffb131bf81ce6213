using System.Globalization;

namespace Optimizer.Domain.Reports;

/// <summary>Seven complete local days that a brief is about. The weeks of consecutive reports meet without gap or overlap.</summary>
/// <param name="Name">ISO week of its last day, such as 2026-W07.</param>
/// <param name="First">First local day.</param>
/// <param name="Last">Last local day.</param>
/// <param name="Since">Its first moment, UTC.</param>
/// <param name="Until">Its end, exclusive, UTC.</param>
/// <param name="Due">When its brief is due: readings of its last day come in until then.</param>
public sealed record ReportWeek(string Name, DateOnly First, DateOnly Last, DateTimeOffset Since, DateTimeOffset Until, DateTimeOffset Due)
{
    private const int Length = 7;

    /// <summary>The seven days before the local date of a report's moment.</summary>
    public static ReportWeek Before(DateTimeOffset moment, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var end = TimeZoneInfo.ConvertTime(moment, zone).Date;
        var start = end.AddDays(-Length);
        var last = end.AddDays(-1);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(last)}-W{ISOWeek.GetWeekOfYear(last):00}"),
            DateOnly.FromDateTime(start), DateOnly.FromDateTime(last), LocalTime.Moment(start, zone), LocalTime.Moment(end, zone), moment.ToUniversalTime());
    }
}
