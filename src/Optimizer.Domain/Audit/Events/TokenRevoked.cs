namespace Optimizer.Domain.Audit.Events;

/// <summary>A token is not valid any more.</summary>
/// <param name="Token">Public part of the token.</param>
/// <param name="Name">Who carried it.</param>
public sealed record TokenRevoked(string Token, string Name) : AuditEvent;
