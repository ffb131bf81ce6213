namespace Optimizer.Domain.Attribution;

/// <summary>What became of an event that was sent.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Code">Why it was set aside, such as unknown_experiment; null otherwise.</param>
/// <param name="Why">In words, with what would be right; null otherwise.</param>
public readonly record struct EventAnswer(EventAnswerKind Kind, string? Code = null, string? Why = null);
