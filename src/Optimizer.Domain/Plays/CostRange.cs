namespace Optimizer.Domain.Plays;

/// <param name="Lowest">USD a month.</param>
/// <param name="Highest">USD a month.</param>
public sealed record CostRange(double Lowest, double Highest);
