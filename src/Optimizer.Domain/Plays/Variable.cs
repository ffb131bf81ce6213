namespace Optimizer.Domain.Plays;

/// <summary>What a play may change.</summary>
/// <param name="Key">Such as subject_line.</param>
/// <param name="Actuator">The channel that can change it; null when nobody can, and then nothing is tried on it (S0-035).</param>
/// <param name="Autonomous">False when every change of it needs an approval.</param>
/// <param name="Current">Its setting as the definition says, as JSON; null when the channel knows.</param>
public sealed record Variable(string Key, string? Actuator, bool Autonomous, string? Current);
