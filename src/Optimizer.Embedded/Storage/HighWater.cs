namespace Optimizer.Embedded.Storage;

/// <summary>The highest sequence of a record and the highest key of an instance: it moves with every change that adds something.</summary>
internal readonly record struct HighWater(long Sequence, long Key);
