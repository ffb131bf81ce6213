using Optimizer.Domain.Decisions;
using Optimizer.Workflows.Experiments;

namespace Optimizer.Cockpit.Api.Plays;

/// <summary>What the last look at an experiment came to.</summary>
/// <param name="Day">Complete days it saw.</param>
/// <param name="Decision">Id of its record, as /api/decisions takes it; empty before the first complete day.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="Gain">Observed, a share in the good direction.</param>
/// <param name="Lowest">Of its always-valid interval.</param>
/// <param name="Highest">Of it.</param>
/// <param name="ChanceToWin">In [0, 1].</param>
/// <param name="Units">Of all variants.</param>
/// <param name="Reasons">In words.</param>
public sealed record LastLook(
    int Day, string Decision, DecisionKind Kind, double? Gain, double? Lowest, double? Highest, double ChanceToWin, long Units, IReadOnlyList<string> Reasons)
{
    internal static LastLook Of(LookReading look) => new(
        look.Day, look.Decision, look.Kind, look.Gain, look.Lowest, look.Highest, look.ChanceToWin, look.Units, look.Reasons);
}
