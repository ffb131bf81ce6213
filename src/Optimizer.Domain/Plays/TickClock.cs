namespace Optimizer.Domain.Plays;

/// <summary>When something that happens at a local time of day is due (C36). Pure.</summary>
public static class TickClock
{
    /// <summary>
    /// The first moment after <paramref name="after"/> at which the local clock shows <paramref name="at"/>, or for more than one day so
    /// many days later. A time that the spring change skips is taken when the clock has jumped; one that the autumn change shows
    /// twice is taken the first time: once per local day.
    /// </summary>
    /// <param name="after">Usually the moment that was due before.</param>
    /// <param name="at">Local time of day.</param>
    /// <param name="timeZone">IANA name.</param>
    /// <param name="everyDays">At least 1.</param>
    /// <exception cref="TimeZoneNotFoundException">The zone is unknown.</exception>
    public static DateTimeOffset Next(DateTimeOffset after, TimeOnly at, string timeZone, int everyDays = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(everyDays, 1);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var today = LocalDay(after, zone);
        var first = Moment(today, at, zone) > after ? today : today.AddDays(1);
        return Moment(first.AddDays(everyDays - 1), at, zone);
    }

    /// <summary>The local calendar day of a moment.</summary>
    public static DateOnly LocalDay(DateTimeOffset moment, string timeZone) => LocalDay(moment, TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    private static DateOnly LocalDay(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private static DateTimeOffset Moment(DateOnly day, TimeOnly at, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(at);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
