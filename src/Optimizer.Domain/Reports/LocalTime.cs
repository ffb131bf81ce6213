namespace Optimizer.Domain.Reports;

/// <summary>Times of a wall clock as moments, also where the clock jumps.</summary>
public static class LocalTime
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>A time that the clock skips is the first one after the gap; of a time that comes twice it is the first.</summary>
    public static DateTimeOffset Moment(DateTime local, TimeZoneInfo zone)
    {
        while (zone.IsInvalidTime(local))
        {
            local += Step;
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
