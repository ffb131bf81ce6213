namespace Optimizer.Domain.Identity;

/// <summary>A token as it is kept: never the token itself.</summary>
/// <param name="Id">Public part of the token.</param>
/// <param name="Hash">SHA-256 of the secret part, hexadecimal.</param>
/// <param name="Principal">Who carries it.</param>
/// <param name="IssuedAt">When it was made.</param>
/// <param name="ExpiresAt">Not valid from here on; null for never.</param>
/// <param name="RevokedAt">Not valid from here on; null while it is valid.</param>
public sealed record AccessToken(
    string Id, string Hash, Principal Principal, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt = null)
{
    /// <summary>Hash of the secret before the last rotation; null when it is not valid any more or never was.</summary>
    public string? FormerHash { get; init; }

    /// <summary>The former secret is not valid from here on.</summary>
    public DateTimeOffset? FormerUntil { get; init; }

    /// <summary>The last use, up to an hour late; null before the first.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>False for a first token of which nobody knows yet whether anybody was told it.</summary>
    public bool IsAnnounced { get; init; } = true;

    /// <summary>Why it is not valid now; null when it is.</summary>
    public TokenFault? FaultAt(DateTimeOffset now) =>
        RevokedAt <= now ? TokenFault.Revoked
        : ExpiresAt <= now ? TokenFault.Expired
        : null;

    /// <summary>The hashes that a secret may have now: the present one, and the former one for as long as a rotation left it.</summary>
    public IReadOnlyList<string> HashesAt(DateTimeOffset now) =>
        FormerHash is { } former && FormerUntil > now ? [Hash, former] : [Hash];

    /// <summary>The token with another secret.</summary>
    /// <param name="hash">Of the new secret.</param>
    /// <param name="now">When it is rotated.</param>
    /// <param name="grace">How long the old secret stays valid too; zero ends it at once.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grace is negative.</exception>
    public AccessToken Rotated(string hash, DateTimeOffset now, TimeSpan grace)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grace, TimeSpan.Zero);
        return this with
        {
            FormerHash = grace == TimeSpan.Zero ? null : Hash,
            FormerUntil = grace == TimeSpan.Zero ? null : now + grace,
            Hash = hash,
        };
    }
}
