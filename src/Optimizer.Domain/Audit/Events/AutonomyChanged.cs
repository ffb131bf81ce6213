using Optimizer.Domain.Policies;

namespace Optimizer.Domain.Audit.Events;

/// <summary>A play may act more alone, or less.</summary>
/// <param name="From">Before.</param>
/// <param name="To">Now.</param>
/// <param name="By">Who.</param>
/// <param name="Reasons">The scorecard in words.</param>
public sealed record AutonomyChanged(Autonomy From, Autonomy To, string By, IReadOnlyList<string> Reasons) : AuditEvent;
