namespace Optimizer.Domain.Policies;

/// <param name="To">The level from now on; the present one when nothing changes.</param>
/// <param name="NeedsSignOff">Whether a person must sign before it takes effect (steps up only).</param>
/// <param name="Reasons">The scorecard in words, each gate with its number; what is still missing when it stays.</param>
public sealed record GraduationRuling(Autonomy To, bool NeedsSignOff, IReadOnlyList<string> Reasons);
