namespace Optimizer.Domain.Attribution;

/// <summary>What the units of one total did of one event.</summary>
/// <param name="Count">Events.</param>
/// <param name="Units">Units with at least one.</param>
/// <param name="Sum">Of the values, exact.</param>
/// <param name="SumOfSquares">Of the sums per unit.</param>
/// <param name="Paying">Units whose sum is not 0.</param>
/// <param name="CountSquares">Sum of the squares of the counts per unit.</param>
public readonly record struct EventTotal(long Count, long Units, decimal Sum, double SumOfSquares, long Paying, long CountSquares);
