using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>A signed link, told once.</summary>
/// <param name="Approval">The question's id.</param>
/// <param name="To">Who is to answer with it.</param>
/// <param name="Seat">The highest seat they answer in.</param>
/// <param name="ExpiresAt">Not valid from here on.</param>
/// <param name="Url">Works once; opening it decides nothing.</param>
internal sealed record LinkShown(string Approval, string To, Seat Seat, DateTimeOffset ExpiresAt, string Url);
