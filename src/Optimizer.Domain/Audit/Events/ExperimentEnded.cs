using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Audit.Events;

/// <summary>An experiment is over and the world is settled.</summary>
/// <param name="End">How.</param>
/// <param name="Decision">Id of the record.</param>
/// <param name="Gain">Observed, a share in the good direction.</param>
/// <param name="Booked">Shrunken lift in the good direction; only of what is proven, else 0; null when it does not count.</param>
/// <param name="Lowest">Of the always-valid interval of the gain.</param>
/// <param name="Highest">Of it.</param>
/// <param name="DetectableLift">Smallest lift it could have shown.</param>
/// <param name="Units">Of all variants.</param>
/// <param name="ControlMean">Rate or mean of control.</param>
/// <param name="VariantMean">Of the variant.</param>
/// <param name="Reasons">In words.</param>
public sealed record ExperimentEnded(
    DecisionKind End, string Decision, double? Gain, double? Booked, double? Lowest, double? Highest, double? DetectableLift, long Units, double? ControlMean, double? VariantMean, IReadOnlyList<string> Reasons) : AuditEvent;
