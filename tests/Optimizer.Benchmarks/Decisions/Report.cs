namespace Optimizer.Benchmarks.Decisions;

/// <summary>What a table of the harness gives: sheets of figures and promises held or not.</summary>
internal sealed record Report(IReadOnlyList<Sheet> Sheets, IReadOnlyList<Goal> Goals);
