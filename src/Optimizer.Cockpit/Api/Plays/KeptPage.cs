namespace Optimizer.Cockpit.Api.Plays;

/// <summary>The answer about a play as it was sent.</summary>
/// <param name="Seen">What the engine said.</param>
/// <param name="Basis">What the records said.</param>
/// <param name="At">When.</param>
/// <param name="Until">When what depends on the time may be otherwise.</param>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="Tag">Its ETag.</param>
internal sealed record KeptPage(SeenStatuses Seen, PlayBasis Basis, DateTimeOffset At, DateTimeOffset Until, byte[] Body, string Tag);
