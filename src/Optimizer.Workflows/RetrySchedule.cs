namespace Optimizer.Workflows;

/// <summary>When a failed call is tried again. The waits are durable timers; the same numbers hold on both engines.</summary>
public sealed record RetrySchedule
{
    /// <param name="attempts">All attempts, the first included; at least 1.</param>
    /// <param name="first">Wait before the second attempt; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public RetrySchedule(int attempts, TimeSpan first)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(first, TimeSpan.Zero);
        (Attempts, First) = (attempts, first);
    }

    /// <summary>All attempts, the first included.</summary>
    public int Attempts { get; }

    /// <summary>Wait before the second attempt.</summary>
    public TimeSpan First { get; }

    /// <summary>Each wait is this many times the one before; at least 1, default 2.</summary>
    public double Backoff
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(Backoff), value, "must be at least 1");
    } = 2;

    /// <summary>No wait is longer; at least <see cref="First"/>, default 1 hour or <see cref="First"/> if that is longer.</summary>
    public TimeSpan? Longest
    {
        get;
        init => field = value is null || value >= First
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Longest), value, $"must be at least the first wait, {First}");
    }

    /// <summary>No attempt starts later than this after the first one started; null for no limit.</summary>
    public TimeSpan? Within
    {
        get;
        init => field = value is null || value >= First
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Within), value, $"must be at least the first wait, {First}");
    }

    /// <summary>
    /// Which failures are worth another attempt; null for all that can be retried at all. It runs in the workflow, so it must
    /// be pure; when it throws, the call fails with what it threw.
    /// </summary>
    public Func<Failure, bool>? Handles { get; init; }

    /// <summary>The wait after an attempt failed, or null when no other is made. Pure.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="elapsed">Time since the first attempt started.</param>
    /// <param name="failure">How it failed.</param>
    public TimeSpan? NextWait(int attempt, TimeSpan elapsed, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        if (attempt >= Attempts || !failure.CanRetry)
        {
            return null;
        }

        // In doubles: the power leaves the range of ticks long before the longest wait is compared.
        var longest = Longest ?? TimeSpan.FromTicks(Math.Max(First.Ticks, TimeSpan.TicksPerHour));
        var wait = TimeSpan.FromTicks((long)Math.Min(First.Ticks * Math.Pow(Backoff, attempt - 1), longest.Ticks));
        return Within is { } within && elapsed + wait > within || Handles?.Invoke(failure) == false ? null : wait;
    }
}
