using Azure;

namespace Optimizer.Functions.Tables;

/// <summary>One change of a batch.</summary>
/// <param name="Key">The row's key.</param>
/// <param name="Text">What it is to hold; null removes it.</param>
/// <param name="Tag">The tag under which it was read, <see cref="ETag.All"/> for whichever stands there; null for a row that must not be there yet.</param>
internal sealed record RowChange(string Key, string? Text, ETag? Tag = null)
{
    /// <summary>Removes a row that must be there.</summary>
    public static RowChange Remove(string key) => new(key, null, ETag.All);
}
