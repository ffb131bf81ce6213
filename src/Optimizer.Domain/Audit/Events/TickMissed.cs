namespace Optimizer.Domain.Audit.Events;

/// <summary>Ticks fell into a time when nothing ran; they are not run one by one (S0-013).</summary>
/// <param name="Count">How many.</param>
/// <param name="From">First missed.</param>
public sealed record TickMissed(int Count, DateTimeOffset From) : AuditEvent;
