using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>What a signed link is asked for with.</summary>
/// <param name="To">Who is to answer with it.</param>
/// <param name="ExpiresInMinutes">How long it is valid: 1 to 10,080.</param>
/// <param name="Seat">For people who have no token, an admin says in which seat they answer.</param>
internal sealed record LinkBody(string To, double ExpiresInMinutes = 60, Seat? Seat = null);
