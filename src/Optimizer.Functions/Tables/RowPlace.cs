namespace Optimizer.Functions.Tables;

/// <summary>Where a row stands.</summary>
internal readonly record struct RowPlace(string Partition, string Key);
