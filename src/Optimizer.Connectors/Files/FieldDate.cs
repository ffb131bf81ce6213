namespace Optimizer.Connectors.Files;

/// <summary>A date as a file writes it: the day stays the writer's day, whatever the offset.</summary>
/// <param name="Day">The day as written.</param>
/// <param name="Time">The time of day as written, to 100 ns; null when only a day is written.</param>
/// <param name="Offset">The offset from UTC as written, within 14 hours; null when none is written.</param>
public readonly record struct FieldDate(DateOnly Day, TimeOnly? Time, TimeSpan? Offset)
{
    /// <summary>The moment: midnight when no time is written, UTC when no offset is.</summary>
    public DateTimeOffset Utc => new DateTimeOffset(Day.ToDateTime(Time ?? TimeOnly.MinValue), Offset ?? TimeSpan.Zero).ToUniversalTime();
}
