namespace Optimizer.Domain.Plays;

/// <param name="Max">At least 1.</param>
/// <param name="Period">Month, quarter or year.</param>
/// <param name="Scope">play, or something below it.</param>
public sealed record PeriodLimit(int Max, SpanUnit Period, string Scope);
