namespace Optimizer.Domain.Audit.Events;

/// <summary>An experiment goes on for another period, with a reminder (S0-044).</summary>
/// <param name="Extension">From 1.</param>
/// <param name="Until">The new end.</param>
/// <param name="Why">In words.</param>
public sealed record ExperimentExtended(int Extension, DateTimeOffset Until, string Why) : AuditEvent;
