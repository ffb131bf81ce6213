namespace Optimizer.Domain.Audit.Events;

/// <summary>It answers again.</summary>
/// <param name="Step">Which.</param>
/// <param name="Attempts">Failed ones before.</param>
public sealed record PlayRecovered(string Step, int Attempts) : AuditEvent;
