namespace Optimizer.Domain.Identity;

/// <summary>A token as it is kept: never the token itself.</summary>
/// <param name="Id">Public part of the token.</param>
/// <param name="Hash">SHA-256 of the secret part, hexadecimal.</param>
/// <param name="Principal">Who carries it.</param>
/// <param name="IssuedAt">When it was made.</param>
/// <param name="ExpiresAt">Not valid from here on; null for never.</param>
/// <param name="RevokedAt">Not valid from here on; null while it is valid.</param>
public sealed record AccessToken(
    string Id, string Hash, Principal Principal, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt = null);
