using Optimizer.Embedded;
using Optimizer.Embedded.Inspection;
using Optimizer.Workflows.Instances;

namespace Optimizer.Standalone.Engine;

/// <summary>How an engine is doing, or how its file was left.</summary>
/// <param name="File">The file.</param>
/// <param name="Health">Of the engine that runs on it; null when none does, and then the rest is from the file.</param>
/// <param name="LastHolder">Who held the file and died.</param>
/// <param name="Counts">Instances by state.</param>
/// <param name="Timers">Due times of pending timers, in order.</param>
internal sealed record EngineReport(
    string File, EngineHealth? Health, FileHolder? LastHolder, IReadOnlyDictionary<RunState, int> Counts, IReadOnlyList<DateTimeOffset> Timers)
{
    public static async Task<EngineReport> ReadAsync(IEngineView view, CancellationToken cancellationToken) => view is EngineInspector file
        ? new(view.File, null, file.LastHolder, file.Counts(), file.Timers())
        : new(view.File, await view.HealthAsync(cancellationToken), null, new Dictionary<RunState, int>(), []);
}
