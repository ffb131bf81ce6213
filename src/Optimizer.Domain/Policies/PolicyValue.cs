namespace Optimizer.Domain.Policies;

/// <summary>A resolved value and where it comes from.</summary>
/// <param name="Key">Such as play.max_active.</param>
/// <param name="Value">As it would be written.</param>
/// <param name="Scope">Such as profile gtm-play, org, site shop.example, play onboarding, definition.</param>
/// <param name="Place">File and line; null for a built-in default.</param>
/// <param name="Overruled">Other scopes' values, widest first, each with why it lost.</param>
public sealed record PolicyValue(string Key, string Value, string Scope, string? Place, IReadOnlyList<string> Overruled);
