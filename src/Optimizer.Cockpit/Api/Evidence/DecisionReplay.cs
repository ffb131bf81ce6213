using Optimizer.Workflows.Evidence;

namespace Optimizer.Cockpit.Api.Evidence;

/// <param name="IsSame">Whether it came out the same.</param>
/// <param name="Differences">Where it differs, one a line.</param>
internal sealed record DecisionReplay(bool? IsSame, IReadOnlyList<string> Differences)
{
    public static DecisionReplay Of(ReplayReading reading) => new(reading.IsSame, reading.Differences);
}
