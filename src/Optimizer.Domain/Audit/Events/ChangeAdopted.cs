using Optimizer.Domain.Plays;

namespace Optimizer.Domain.Audit.Events;

/// <summary>A variant is the new control.</summary>
/// <param name="Kpi">The primary one it was tried on.</param>
/// <param name="Before">Kept for one-click undo.</param>
/// <param name="After">Now live.</param>
/// <param name="Change">In words.</param>
/// <param name="IsProven">False for a provisional or stated adoption.</param>
/// <param name="Booked">Lift booked, a share; 0 unless proven.</param>
/// <param name="Lowest">Of the always-valid interval.</param>
/// <param name="Highest">Of it.</param>
public sealed record ChangeAdopted(
    string Kpi, VariableSetting Before, VariableSetting After, string Change, bool IsProven, double Booked, double? Lowest, double? Highest) : AuditEvent;
