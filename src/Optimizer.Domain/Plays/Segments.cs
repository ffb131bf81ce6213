namespace Optimizer.Domain.Plays;

/// <summary>What a play divides its audience or assets by.</summary>
/// <param name="Dimension">Such as persona or newsletter.</param>
/// <param name="Values">The known ones; may be empty.</param>
/// <param name="Discover">Whether others may come up by themselves.</param>
public sealed record Segments(string Dimension, IReadOnlyList<string> Values, bool Discover);
