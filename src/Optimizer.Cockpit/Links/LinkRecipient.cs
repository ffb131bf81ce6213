using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Links;

/// <summary>The human who is to answer with a link.</summary>
/// <param name="Name">The principal, such as ana@example.com.</param>
/// <param name="Seat">The highest seat they answer in.</param>
public sealed record LinkRecipient(string Name, Seat Seat);
