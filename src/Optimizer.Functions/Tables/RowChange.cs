using Azure;

namespace Optimizer.Functions.Tables;

/// <summary>One change of a batch.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Text">What it is to hold.</param>
/// <param name="Tag">The tag under which it was read; null for a row that must not be there yet.</param>
internal sealed record RowChange(string Key, string Text, ETag? Tag = null);
