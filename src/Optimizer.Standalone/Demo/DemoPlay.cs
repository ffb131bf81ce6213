using Optimizer.Domain.Plays;
using Optimizer.Workflows.Plays;

namespace Optimizer.Standalone.Demo;

/// <summary>Where one play of the demo ended up.</summary>
/// <param name="Play">The play.</param>
/// <param name="View">Its state at the end.</param>
/// <param name="Before">Mean of the goal KPI over the four weeks before the start, as measured.</param>
/// <param name="After">Mean over the last four weeks, as measured; null without a figure.</param>
/// <param name="Autonomies">Levels it has had, in order.</param>
/// <param name="Adopted">Changes that went live.</param>
/// <param name="Reverted">Experiments taken back.</param>
/// <param name="NotAdopted">Experiments without a change in the end.</param>
/// <param name="Truth">What the market knows.</param>
internal sealed record DemoPlay(
    Play Play, PlayView View, double? Before, double? After, IReadOnlyList<string> Autonomies, int Adopted, int Reverted, int NotAdopted, DemoTruth Truth);
