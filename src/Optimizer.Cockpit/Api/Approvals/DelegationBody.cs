using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>What a delegation is made with; who is away is the caller.</summary>
/// <param name="To">Who answers for them.</param>
/// <param name="Until">Not from here on.</param>
/// <param name="From">From here on; now when left out.</param>
/// <param name="Seat">The highest seat they answer in; the caller's when left out.</param>
internal sealed record DelegationBody(string To, DateTimeOffset Until, DateTimeOffset? From = null, Seat? Seat = null);
