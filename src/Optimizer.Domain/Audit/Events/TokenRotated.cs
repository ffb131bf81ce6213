namespace Optimizer.Domain.Audit.Events;

/// <summary>A token has another secret.</summary>
/// <param name="Token">Public part of the token.</param>
/// <param name="Name">Who carries it.</param>
/// <param name="FormerUntil">How long the old secret is valid too; null when it ended at once.</param>
public sealed record TokenRotated(string Token, string Name, DateTimeOffset? FormerUntil) : AuditEvent;
