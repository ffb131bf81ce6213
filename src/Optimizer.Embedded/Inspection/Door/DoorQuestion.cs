using Optimizer.Workflows.Instances;

namespace Optimizer.Embedded.Inspection.Door;

/// <summary>One line that a client sends.</summary>
/// <param name="Ask">One of <see cref="DoorWords"/>.</param>
/// <param name="Id">Of the instance asked about.</param>
/// <param name="Query">Which instances to list.</param>
/// <param name="File">Where a backup goes, in full.</param>
internal sealed record DoorQuestion(string Ask, string? Id = null, InstanceQuery? Query = null, string? File = null);
