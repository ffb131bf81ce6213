namespace Optimizer.Crash.Worker.Serving;

/// <summary>What a run of kills of a server came to.</summary>
/// <param name="Rows">Name and count, in the order in which they are shown.</param>
/// <param name="Faults">Everything that is wrong, in words.</param>
public sealed record ServedCounts(IReadOnlyList<(string Name, long Count)> Rows, IReadOnlyList<string> Faults);
