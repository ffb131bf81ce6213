using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection;

/// <summary>What happened to an instance in its current generation.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Entries">In order.</param>
public sealed record InstanceHistory(InstanceStatus Status, IReadOnlyList<HistoryEntry> Entries);
