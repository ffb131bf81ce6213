namespace Optimizer.Crash.Tests.Whole;

/// <summary>Input and output of the workflow that uses everything.</summary>
internal sealed record WholeState(int Generation, int[] Heard, string[] Notes);
