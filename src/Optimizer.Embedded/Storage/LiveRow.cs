using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Storage;

/// <summary>What must be in memory of an instance that is not finished: a few words, whatever its history.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Id">Its id.</param>
/// <param name="Workflow">Name of its workflow; equal names are one string.</param>
/// <param name="Version">Version it is pinned to.</param>
/// <param name="State">Running, Suspended or Parked.</param>
/// <param name="Generation">From 1.</param>
/// <param name="Attempts">Starts of the process in which it was under way without getting on.</param>
/// <param name="Started">Whether a turn of any generation was recorded.</param>
/// <param name="Busy">
/// Whether it has something to do at once: its last record says so, or is not a turn, or there is none and no scheduled start.
/// </param>
/// <param name="LastAt">UTC ticks of its last record, or of its creation.</param>
/// <param name="Parent">Null for one that has none.</param>
/// <param name="Trace">W3C traceparent, or null.</param>
internal sealed record LiveRow(
    long Key,
    string Id,
    string Workflow,
    int Version,
    RunState State,
    int Generation,
    int Attempts,
    bool Started,
    bool Busy,
    long LastAt,
    ParentLink? Parent,
    string? Trace);
