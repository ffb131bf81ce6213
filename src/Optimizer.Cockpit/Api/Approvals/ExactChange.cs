namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>A change, exactly as it is stored.</summary>
/// <param name="Before">What is there now; empty when nothing is.</param>
/// <param name="After">What would be there.</param>
public sealed record ExactChange(string Before, string After);
