namespace Optimizer.Cockpit.Api.Plays;

/// <param name="Hash">First 16 hexadecimal digits of the SHA-256 of its text; its ETag.</param>
/// <param name="File">Where it came from.</param>
/// <param name="Since">When it came into force.</param>
public sealed record DefinitionInForce(string Hash, string File, DateTimeOffset Since);
