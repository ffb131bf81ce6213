using Optimizer.Connectors.Simulated;

namespace Optimizer.Connectors.Notices;

/// <summary>When a parcel that was not taken is tried again. Pure.</summary>
public sealed record RetryPlan
{
    private const double Jitter = 0.2;

    /// <summary>Before the second attempt; doubles with every attempt.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Longest pause of our own.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest pause that a sink may ask for.</summary>
    public TimeSpan LongestAsked { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long after its time a parcel is given up.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Spreads the pauses of many parcels, so that a sink that comes back is not met by all at once.</summary>
    public ulong Seed { get; init; }

    /// <param name="parcel">Its number.</param>
    /// <param name="failed">Attempts that failed, this one included; at least 1.</param>
    /// <param name="due">When it was to go out.</param>
    /// <param name="now">When the attempt ended.</param>
    /// <param name="asked">When the sink asks for the next one, at the earliest; null when it does not say.</param>
    /// <returns>Null when it is given up: the next attempt would come after its last time.</returns>
    public DateTimeOffset? Next(long parcel, int failed, DateTimeOffset due, DateTimeOffset now, DateTimeOffset? asked)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(failed, 1);
        var pause = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(failed - 1, 40)));
        var chance = new Chance(Chance.Key(Chance.Key(Seed, (ulong)parcel), (ulong)failed)).Uniform();
        var next = now + TimeSpan.FromSeconds(pause * (1 - Jitter + (2 * Jitter * chance)));
        if (asked is { } wish && wish > next)
        {
            next = wish < now + LongestAsked ? wish : now + LongestAsked;
        }

        return next - due > GiveUpAfter ? null : next;
    }
}
