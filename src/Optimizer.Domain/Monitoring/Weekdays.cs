namespace Optimizer.Domain.Monitoring;

/// <summary>Positions of days in a week, Monday being 0.</summary>
internal static class Weekdays
{
    public const int Count = 7;

    public static int Position(DateOnly day) => ((int)day.DayOfWeek + 6) % Count;
}
