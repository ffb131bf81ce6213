using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Approvals;

/// <summary>Somebody answers for another, for a time: "B for A".</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">Who is away.</param>
/// <param name="To">Who answers for them.</param>
/// <param name="Seat">The highest seat they answer in.</param>
/// <param name="From">From here on.</param>
/// <param name="Until">Not from here on.</param>
/// <param name="MadeAt">When it was said.</param>
/// <param name="RevokedAt">Not from here on either; null while it stands.</param>
public sealed record Delegation(
    string Id, string By, string To, Seat Seat, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset MadeAt, DateTimeOffset? RevokedAt = null)
{
    public bool IsActiveAt(DateTimeOffset now) => From <= now && now < Until && !(RevokedAt <= now);
}
