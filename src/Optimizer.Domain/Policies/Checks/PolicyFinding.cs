namespace Optimizer.Domain.Policies.Checks;

/// <summary>Something in a policy that is allowed and still wrong.</summary>
/// <param name="Kind">What sort.</param>
/// <param name="Place">File and line; null when no line of the file is to blame alone.</param>
/// <param name="Key">The key, or the scope in words.</param>
/// <param name="Problem">What is wrong, with the numbers, and what would mend it.</param>
public sealed record PolicyFinding(FindingKind Kind, string? Place, string Key, string Problem);
