using Optimizer.Domain.Identity;

namespace Optimizer.Domain.Audit.Events;

/// <summary>Somebody may call from here on. The secret stands nowhere.</summary>
/// <param name="Token">Public part of the token.</param>
/// <param name="Principal">Who carries it.</param>
/// <param name="ExpiresAt">Not valid from here on; null for never.</param>
public sealed record TokenIssued(string Token, Principal Principal, DateTimeOffset? ExpiresAt) : AuditEvent;
