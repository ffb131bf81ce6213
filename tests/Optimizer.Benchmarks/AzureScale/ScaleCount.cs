namespace Optimizer.Benchmarks.AzureScale;

/// <summary>What so many plays did in so many days.</summary>
internal sealed record ScaleCount(int Plays, int Days)
{
    /// <summary>By name, in the order of names.</summary>
    public required IReadOnlyDictionary<string, Tally> Workflows { get; init; }

    /// <summary>Minutes in which something happened, in their order, with the records of the trail written in them.</summary>
    public required IReadOnlyList<(DateTimeOffset At, Tally Tally, long Records)> Minutes { get; init; }

    public required long Records { get; init; }

    public required long Calls { get; init; }

    public required long Appends { get; init; }

    public Tally All => Workflows.Values.Aggregate(default(Tally), (sum, next) => sum + next);

    /// <summary>Of one play, on average.</summary>
    public Day Day => 1.0 / (Plays * (double)Days) * new Day(StorageModel.Of(All), Records, Calls, Appends);

    /// <summary>Of one play, on the average weekday.</summary>
    public Burst Morning
    {
        get
        {
            var busiest = Minutes.Where(minute => minute.At.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                .GroupBy(minute => minute.At.Date)
                .Select(day => day.MaxBy(minute => minute.Tally.Turns)).ToList();
            var all = busiest.Aggregate(default(Tally), (sum, next) => sum + next.Tally);
            return 1.0 / (Plays * (double)busiest.Count) * new Burst(StorageModel.Of(all), busiest.Sum(minute => minute.Records));
        }
    }

    /// <summary>Minutes of the day that were a weekday's busiest, most frequent first.</summary>
    public IReadOnlyList<TimeOnly> MorningAt =>
    [
        .. Minutes.Where(minute => minute.At.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            .GroupBy(minute => minute.At.Date)
            .Select(day => TimeOnly.FromDateTime(day.MaxBy(minute => minute.Tally.Turns).At.UtcDateTime))
            .GroupBy(at => at).OrderByDescending(same => same.Count()).ThenBy(same => same.Key).Select(same => same.Key),
    ];
}
