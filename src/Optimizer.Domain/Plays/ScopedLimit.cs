namespace Optimizer.Domain.Plays;

/// <param name="Max">At least 1.</param>
/// <param name="Scope">play, or something below it such as persona.</param>
public sealed record ScopedLimit(int Max, string Scope);
