using Optimizer.Statistics.Series;

namespace Optimizer.Domain.Monitoring;

/// <summary>What the weeks before a day say about its usual level: weekday index, centre and spread.</summary>
internal readonly record struct DayHistory(SeasonalIndex Index, RobustScale Scale)
{
    /// <summary>As many as the two-week comparison asks for: 10 of 14.</summary>
    public const int LeastPerWeek = 5;

    public static DayHistory Of(ReadOnlySpan<double?> history, DateOnly first, double floorShare)
    {
        var start = Weekdays.Position(first);
        var index = SeasonalIndex.Estimate(history, start) ?? SeasonalIndex.Flat(Weekdays.Count);
        Span<double> adjusted = stackalloc double[history.Length];
        var count = 0;
        for (var i = 0; i < history.Length; i++)
        {
            if (history[i] is { } value && index.Adjust(value, (start + i) % Weekdays.Count) is { } level)
            {
                adjusted[count++] = level;
            }
        }

        return new(index, RobustScale.Of(adjusted[..count], floorShare));
    }

    public static int Present(ReadOnlySpan<double?> history)
    {
        var present = 0;
        foreach (var value in history)
        {
            present += value is null ? 0 : 1;
        }

        return present;
    }
}
