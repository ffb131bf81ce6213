namespace Optimizer.Embedded.Storage;

/// <summary>The highest sequence of a record and the highest key of an instance: they move with every change that adds something.</summary>
internal readonly record struct StoreMarks(long Sequence, long Key);
