using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;

namespace Optimizer.Cockpit.Api.Tokens;

/// <summary>A token as the API shows it.</summary>
/// <param name="Id">Public part.</param>
/// <param name="Name">Who carries it.</param>
/// <param name="Role">What they may do.</param>
/// <param name="Seat">What they may answer for.</param>
/// <param name="Program">Whether it is a program's.</param>
/// <param name="State">valid, expired or revoked.</param>
/// <param name="IssuedAt">When it was made.</param>
/// <param name="ExpiresAt">Not valid from here on; null for never.</param>
/// <param name="RevokedAt">When it was revoked; null when it was not.</param>
/// <param name="FormerUntil">How long the secret before the last rotation is valid too; null when it is not.</param>
/// <param name="LastUsedAt">The last use, up to an hour late; null before the first.</param>
/// <param name="Token">The text to send, told once: when it is made or rotated.</param>
public sealed record TokenShown(
    string Id, string Name, Role Role, Seat Seat, bool Program, string State, DateTimeOffset IssuedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt, DateTimeOffset? FormerUntil, DateTimeOffset? LastUsedAt, string? Token)
{
    public static TokenShown Of(AccessToken token, DateTimeOffset now, string? text = null) => new(
        token.Id, token.Principal.Name, token.Principal.Role, token.Principal.Seat, !token.Principal.IsHuman,
        token.FaultAt(now) is { } fault ? fault.ToString().ToLowerInvariant() : "valid",
        token.IssuedAt, token.ExpiresAt, token.RevokedAt, token.FormerUntil > now ? token.FormerUntil : null, token.LastUsedAt, text);
}
