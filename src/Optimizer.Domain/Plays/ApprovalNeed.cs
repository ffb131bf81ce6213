namespace Optimizer.Domain.Plays;

/// <summary>A kind of change that a definition wants a person to approve.</summary>
/// <param name="When">Such as budget_change or high_risk_hypothesis.</param>
/// <param name="ThresholdPercent">Size from which it asks; null for always.</param>
/// <param name="Variables">Variables it concerns; empty for all.</param>
public sealed record ApprovalNeed(string When, double? ThresholdPercent, IReadOnlyList<string> Variables);
