namespace Optimizer.Cockpit.Pages.Policy;

/// <summary>A value of the policy.</summary>
/// <param name="Key">Such as play.max_active.</param>
/// <param name="Means">One sentence.</param>
/// <param name="Value">With its unit.</param>
/// <param name="Scope">Who says so.</param>
/// <param name="Place">File and line; null where no file says it.</param>
/// <param name="Line">Line of the text in force; null where it does not say it.</param>
/// <param name="Overruled">Values that lost, and why.</param>
public sealed record PolicyLine(string Key, string Means, string Value, string Scope, string? Place, int? Line, IReadOnlyList<string> Overruled);
