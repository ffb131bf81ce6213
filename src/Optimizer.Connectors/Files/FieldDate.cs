namespace Optimizer.Connectors.Files;

/// <summary>A date as a file writes it: the day stays the writer's day, whatever the offset.</summary>
/// <param name="Day">The day as written.</param>
/// <param name="Time">The time of day as written, to 100 ns; null when only a day is written.</param>
/// <param name="Offset">The offset from UTC as written, within 14 hours; null when none is written.</param>
public readonly record struct FieldDate(DateOnly Day, TimeOnly? Time, TimeSpan? Offset)
{
    /// <summary>The offset from UTC as written, whole minutes within 14 hours; null when none is written.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No offset that exists.</exception>
    public TimeSpan? Offset { get; } = Offset is null || (Offset.Value.Duration() <= TimeSpan.FromHours(14) && Offset.Value.Ticks % TimeSpan.TicksPerMinute == 0)
        ? Offset
        : throw new ArgumentOutOfRangeException(nameof(Offset), Offset, "An offset is whole minutes within 14 hours of UTC.");

    /// <summary>The moment: midnight when no time is written, UTC when no offset is.</summary>
    public DateTimeOffset Utc => new DateTimeOffset(Day.ToDateTime(Time ?? TimeOnly.MinValue), Offset ?? TimeSpan.Zero).ToUniversalTime();
}
