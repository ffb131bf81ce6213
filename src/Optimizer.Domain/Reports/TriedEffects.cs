using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Decisions;

namespace Optimizer.Domain.Reports;

/// <summary>Reads the effects of concluded experiments out of the trail.</summary>
internal static class TriedEffects
{
    private const double Upper = 1.959963984540054;

    // Alpha 5 % on both sides and a power of 80 %: the smallest lift found is this many standard errors.
    private const double ErrorsOfDetectable = 2.8;
    private const double NearestToMinusOne = 0.99;

    public static IReadOnlyList<TriedEffect> Of(IEnumerable<ExperimentEnded> ended) =>
        [.. ended.Where(one => one.End != DecisionKind.Halt).Select(Effect).OfType<TriedEffect>()];

    private static TriedEffect? Effect(ExperimentEnded ended) =>
        ended.Gain is { } gain && gain > -NearestToMinusOne && double.IsFinite(gain) && Error(ended) is { } error ? new(gain, error) : null;

    // An always-valid interval is wider than a fixed one of its level, so an error taken from it is too large: it pulls more, never less.
    private static double? Error(ExperimentEnded ended) => ended switch
    {
        { Lowest: { } lowest, Highest: { } highest } when lowest > -NearestToMinusOne && highest > lowest && double.IsFinite(highest) =>
            Math.Log((1 + highest) / (1 + lowest)) / (2 * Upper),
        { DetectableLift: { } lift } when lift > 0 && double.IsFinite(lift) => lift / ErrorsOfDetectable,
        _ => null,
    };
}
