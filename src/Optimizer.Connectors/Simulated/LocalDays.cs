namespace Optimizer.Connectors.Simulated;

/// <summary>Days of a time zone and the 96 slots of each; a day of 23 or 25 hours has 96 slots too, shorter or longer ones.</summary>
internal sealed class LocalDays(string timeZone)
{
    /// <summary>Quarters of an hour on a usual day.</summary>
    public const int Slots = 96;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
    private (int Day, DateTimeOffset Start, DateTimeOffset End) _last = (-1, default, default);

    public string TimeZone { get; } = timeZone;

    public DateTimeOffset Start(int day) => Of(day).Start;

    /// <summary>The day that holds the instant, and how many of its slots are over.</summary>
    public (int Day, int Slot) Place(DateTimeOffset at)
    {
        if (!(at >= _last.Start && at < _last.End))
        {
            Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, _zone).DateTime).DayNumber);
        }

        var (day, start, end) = _last;
        return at < start ? (day, 0) : (day, (int)Math.Min(Slots - 1, (at - start).Ticks * Slots / (end - start).Ticks));
    }

    private (int Day, DateTimeOffset Start, DateTimeOffset End) Of(int day)
    {
        if (_last.Day != day)
        {
            _last = (day, Midnight(day), Midnight(day + 1));
        }

        return _last;
    }

    private DateTimeOffset Midnight(int day)
    {
        var local = DateOnly.FromDayNumber(day).ToDateTime(TimeOnly.MinValue);
        while (_zone.IsInvalidTime(local))
        {
            // Some zones change their clocks at midnight: the day then begins at the first minute that exists.
            local = local.AddMinutes(15);
        }

        return new(local, _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local));
    }
}
