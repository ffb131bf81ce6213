namespace Optimizer.Domain.Policies;

/// <summary>A further cap on starts, over a window of its own.</summary>
/// <param name="Max">Starts allowed in the window.</param>
/// <param name="Days">Length of the rolling window.</param>
/// <param name="Source">Where it comes from, in words.</param>
public sealed record StartLimit(int Max, int Days, string Source);
