using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Audit.Events;

/// <summary>Somebody was given a signed link to answer with. The link itself stands nowhere.</summary>
/// <param name="Approval">The question's id.</param>
/// <param name="Recipient">Who may use it, once.</param>
/// <param name="Seat">In which seat.</param>
/// <param name="ExpiresAt">Not valid from here on.</param>
public sealed record LinkIssued(string Approval, string Recipient, Seat Seat, DateTimeOffset ExpiresAt) : AuditEvent;
