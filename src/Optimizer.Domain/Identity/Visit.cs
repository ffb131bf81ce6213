using Optimizer.Domain.Approvals;

namespace Optimizer.Domain.Identity;

/// <summary>
/// When somebody looked at the pages: what is new to them began when they looked last (S1-026), and how long they look is a KPI of the product, not a
/// promise (S1-034, C43). Kept per person, not per browser.
/// </summary>
public sealed record Visit
{
    /// <summary>Whoever is away for so long comes back to what is new since.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    /// <summary>Somebody who does nothing for longer does not look.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(5);

    /// <summary>Looks nearer than this are one: noting each would be a write per page.</summary>
    public static readonly TimeSpan Noted = TimeSpan.FromSeconds(30);

    private const int DaysKept = 31;

    /// <summary>The person, as <see cref="People.Key"/> has it.</summary>
    public required string Name { get; init; }

    /// <summary>The last page before this visit; null on the first.</summary>
    public DateTimeOffset? BeforeAt { get; init; }

    /// <summary>The first page of this visit.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>The last page, at most <see cref="Noted"/> ago.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Seconds of looking by UTC day, oldest first, of the last 31 days with any.</summary>
    public IReadOnlyList<VisitDay> Days { get; init; } = [];

    /// <summary>The visit after a look.</summary>
    /// <param name="last">As it was kept; null for somebody who never came.</param>
    /// <param name="name">Who looks.</param>
    /// <param name="now">When. A clock that went back changes nothing.</param>
    public static Visit Of(Visit? last, string name, DateTimeOffset now)
    {
        if (last is null)
        {
            return new() { BeganAt = now, Name = People.Key(name), SeenAt = now };
        }

        var away = now - last.SeenAt;
        return away < Noted ? last
            : away > Pause ? last with { BeforeAt = last.SeenAt, BeganAt = now, SeenAt = now }
            : last with { Days = away > Idle ? last.Days : Longer(last.Days, DateOnly.FromDateTime(now.UtcDateTime), (int)away.TotalSeconds), SeenAt = now };
    }

    private static IReadOnlyList<VisitDay> Longer(IReadOnlyList<VisitDay> days, DateOnly today, int seconds) => days is [.., var last] && last.Day == today
        ? [.. days.SkipLast(1), last with { Seconds = last.Seconds + seconds }]
        : [.. days.TakeLast(DaysKept - 1), new(today, seconds)];
}
