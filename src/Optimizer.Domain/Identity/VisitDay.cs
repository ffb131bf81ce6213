namespace Optimizer.Domain.Identity;

/// <param name="Day">In UTC.</param>
/// <param name="Seconds">Spent looking at pages.</param>
public sealed record VisitDay(DateOnly Day, int Seconds);
