namespace Optimizer.Cockpit.Api.Plays;

/// <summary>The answer about a play as it was sent.</summary>
/// <param name="Seen">What the engine said.</param>
/// <param name="Version">Of the records, before they were read.</param>
/// <param name="At">When, for what depends on the time.</param>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="Tag">Its ETag.</param>
internal sealed record KeptPage(SeenStatuses Seen, long Version, DateTimeOffset At, byte[] Body, string Tag);
