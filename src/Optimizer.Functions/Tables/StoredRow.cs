using Azure;

namespace Optimizer.Functions.Tables;

/// <summary>A row as it was read.</summary>
/// <param name="Partition">Rows of one partition lie together and change together.</param>
/// <param name="Key">Its place in the partition; rows are in the order of their keys, by their characters' codes.</param>
/// <param name="Text">What it holds.</param>
/// <param name="Tag">Changes with every write: what is written under it was not changed by anybody meanwhile.</param>
internal sealed record StoredRow(string Partition, string Key, string Text, ETag Tag);
