namespace Optimizer.Embedded.Inspection;

/// <summary>What a look at every page and every record of an engine's file found.</summary>
/// <param name="Instances">Instances looked at.</param>
/// <param name="Records">Records of theirs that were read.</param>
/// <param name="Faults">What is wrong; none when all is well.</param>
public sealed record FileCheck(int Instances, long Records, IReadOnlyList<FileFault> Faults);
