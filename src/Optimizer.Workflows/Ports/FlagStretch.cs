namespace Optimizer.Workflows.Ports;

/// <summary>A time in which a flag stood the same.</summary>
/// <param name="Since">From when.</param>
/// <param name="Until">Until when; null while it still stands so.</param>
/// <param name="Flag">How it stood.</param>
public sealed record FlagStretch(DateTimeOffset Since, DateTimeOffset? Until, FlagState Flag);
