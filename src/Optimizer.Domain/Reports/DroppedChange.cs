using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Reports;

/// <summary>A change that was tried and did not stay.</summary>
/// <param name="Experiment">Its id.</param>
/// <param name="Change">In words.</param>
/// <param name="End">Revert, iterate or halt.</param>
/// <param name="Gain">Observed, a share in the good direction; null when nothing could be read.</param>
/// <param name="Learned">The decision's first reason.</param>
public sealed record DroppedChange(string Experiment, string Change, DecisionKind End, double? Gain, string Learned);
