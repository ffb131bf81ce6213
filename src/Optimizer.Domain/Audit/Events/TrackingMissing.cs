namespace Optimizer.Domain.Audit.Events;

/// <summary>The play cannot be optimised before something is measured (S0-063).</summary>
/// <param name="Kpis">Which cannot be computed.</param>
/// <param name="Events">Which were not seen.</param>
/// <param name="Task">Id of the fix-tracking task.</param>
public sealed record TrackingMissing(IReadOnlyList<string> Kpis, IReadOnlyList<string> Events, string Task) : AuditEvent;
