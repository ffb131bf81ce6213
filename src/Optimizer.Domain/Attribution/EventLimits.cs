namespace Optimizer.Domain.Attribution;

/// <summary>What an event may be at most; what goes beyond is set aside with its reason.</summary>
public static class EventLimits
{
    /// <summary>Characters of an event's id.</summary>
    public const int LongestId = 200;

    /// <summary>Characters of a unit.</summary>
    public const int LongestUnit = 200;

    /// <summary>Characters of the names of an experiment, a variant and an event.</summary>
    public const int LongestName = 100;

    /// <summary>Characters of a path.</summary>
    public const int LongestPath = 2_000;

    /// <summary>Different names of events in one experiment: each adds to what is kept per day.</summary>
    public const int MostNames = 200;

    /// <summary>Of one value, and of what one unit did of one event together; either sign.</summary>
    public const decimal LargestValue = 1_000_000_000;

    /// <summary>Millionths in one: values are whole numbers of them, so that sums are exact.</summary>
    public const int Scale = 1_000_000;

    /// <summary>How far a sender's clock may be ahead.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>What is older comes from a clock that was never set.</summary>
    public static readonly DateTimeOffset Oldest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The event that is nothing without its value (S3-016).</summary>
    public const string Purchase = "purchase";
}
