using Optimizer.Domain.Reports;

namespace Optimizer.Domain.Notices;

/// <summary>Hours of a day in which nobody is woken, by the recipient's own clock; may pass midnight.</summary>
/// <param name="From">First minute.</param>
/// <param name="Until">First minute after it; another time than <paramref name="From"/>.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>
    /// When the quiet that holds at a moment ends; null when none holds. Each night begins and ends once, also when the clock jumps: a
    /// time that the clock skips is the first one after the gap, of one that comes twice it is the first.
    /// </summary>
    public DateTimeOffset? End(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        foreach (var first in new[] { today.AddDays(-1), today })
        {
            var start = LocalTime.Moment(first.ToDateTime(From), zone);
            var end = LocalTime.Moment((Until > From ? first : first.AddDays(1)).ToDateTime(Until), zone);
            if (start <= now && now < end)
            {
                return end;
            }
        }

        return null;
    }
}
