using Optimizer.Domain.Approvals;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>A delegation as the API shows it.</summary>
public sealed record DelegationShown(
    string Id, string By, string To, Seat Seat, DateTimeOffset From, DateTimeOffset Until, DateTimeOffset MadeAt, DateTimeOffset? RevokedAt, bool IsActive)
{
    public static DelegationShown Of(Delegation delegation, DateTimeOffset now) => new(
        delegation.Id, delegation.By, delegation.To, delegation.Seat, delegation.From, delegation.Until, delegation.MadeAt, delegation.RevokedAt,
        delegation.IsActiveAt(now));
}
