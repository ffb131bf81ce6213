using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Tokens;

/// <summary>What a token is asked for with.</summary>
/// <param name="Name">Who carries it, such as ana@example.com.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Seat">What they may answer for.</param>
/// <param name="Program">True for programs: they propose and never approve.</param>
/// <param name="ExpiresAt">Not valid from here on; left out for never.</param>
internal sealed record TokenBody(string Name, Role Role, Seat Seat = Seat.Engineer, bool Program = false, DateTimeOffset? ExpiresAt = null);
