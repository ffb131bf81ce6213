namespace Optimizer.Domain.Attribution;

/// <summary>Something that was sent and is no event: kept as it came, so that nothing is lost.</summary>
/// <param name="Key">Which row it is: the same key twice is kept once.</param>
/// <param name="Code">Why, such as unreadable.</param>
/// <param name="Why">In words, with where it stood.</param>
/// <param name="Text">As it came, or the beginning of it when it is long.</param>
public sealed record RefusedRow(string Key, string Code, string Why, string Text);
