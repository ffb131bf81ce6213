namespace Optimizer.Domain.Policies.Checks;

/// <summary>A value that allows more than the one before.</summary>
/// <param name="Key">Such as play.max_active.</param>
/// <param name="From">As it would be written.</param>
/// <param name="To">As it would be written now.</param>
/// <param name="Plays">How many plays it holds for.</param>
public sealed record WiderValue(string Key, string From, string To, int Plays);
