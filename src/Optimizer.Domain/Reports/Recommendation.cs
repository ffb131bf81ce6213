namespace Optimizer.Domain.Reports;

/// <summary>What to turn to next week, with the reason (S0-052).</summary>
/// <param name="Code">Machine-readable: approve, recover, track, review, strategy, traffic, extend, wait, try or none.</param>
/// <param name="Text">What.</param>
/// <param name="Why">With its numbers.</param>
public sealed record Recommendation(string Code, string Text, string Why);
