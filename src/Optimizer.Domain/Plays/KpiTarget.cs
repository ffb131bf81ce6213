namespace Optimizer.Domain.Plays;

/// <summary>What a KPI should reach: an absolute value with an operator, or a factor of a reference.</summary>
/// <param name="Operator">One of &gt;=, &lt;=, &gt; and &lt;; null for a relative target.</param>
/// <param name="Value">In the KPI's unit; null for a relative target.</param>
/// <param name="RelativeTo">scalable_baseline, peak or previous_period; null for an absolute target.</param>
/// <param name="Factor">Of the reference, above 0; null for an absolute target.</param>
public sealed record KpiTarget(string? Operator, double? Value, string? RelativeTo, double? Factor);
