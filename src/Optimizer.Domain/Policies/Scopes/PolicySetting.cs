namespace Optimizer.Domain.Policies.Scopes;

/// <summary>A key set in a scope.</summary>
/// <param name="Key">A known key.</param>
/// <param name="Value">In its one form.</param>
/// <param name="Place">File and line; null in a definition.</param>
public sealed record PolicySetting(string Key, string Value, string? Place);
