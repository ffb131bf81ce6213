using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Identity;

/// <summary>Makes tokens, takes them away, gives them other secrets. Each is in the trail, without the secret.</summary>
public sealed class TokenDesk(ITokenStore tokens, IAuditTrail trail)
{
    private const int LongestName = 100;

    // They stand in the trail as actors that are no people.
    private static readonly string[] Reserved = ["loop", "policy", "guardrail", "rules", "system", "unknown", "-"];

    /// <summary>Makes a token.</summary>
    /// <param name="principal">Who will carry it.</param>
    /// <param name="expiresAt">Not valid from here on; null for never.</param>
    /// <param name="by">Who makes it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops before it is made.</param>
    /// <exception cref="TokenRefusedException">The name says nothing, is another's, or the token would have expired already.</exception>
    public async Task<NewToken> CreateAsync(
        Principal principal, DateTimeOffset? expiresAt, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var named = principal with { Name = principal.Name.Trim() };
        if (Problem(named, expiresAt, now) is { } problem)
        {
            throw new TokenRefusedException("invalid", problem);
        }

        var others = await tokens.ListAsync(cancellationToken);
        if (others.Any(other => other.FaultAt(now) is null && People.Same(other.Principal.Name, named.Name) && other.Principal.IsHuman != named.IsHuman))
        {
            throw new TokenRefusedException("name_taken", $"{named.Name} is {(named.IsHuman ? "a program" : "a human")} already: a name is one or the other");
        }

        var text = TokenText.Make();
        var token = new AccessToken(text.Id, text.Hash(), named, now, expiresAt);
        await tokens.PutAsync(token, cancellationToken);
        await WriteAsync($"token/{token.Id}/issued", by, now, new TokenIssued(token.Id, named, expiresAt));
        return new(token, text.ToString());
    }

    /// <summary>Takes a token away; twice is once.</summary>
    /// <returns>The token; null when there is none.</returns>
    /// <exception cref="TokenRefusedException">It is the last with which tokens can be made.</exception>
    public async Task<AccessToken?> RevokeAsync(string id, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = await tokens.ListAsync(cancellationToken);
        if (all.Any(token => token.Id == id && IsAdmin(token, now)) && all.Count(token => IsAdmin(token, now)) == 1)
        {
            throw new TokenRefusedException("last_admin", "it is the last admin token: make another one first");
        }

        var revoked = await tokens.ChangeAsync(id, token => token.RevokedAt is null ? token with { RevokedAt = now, FormerHash = null, FormerUntil = null } : token, cancellationToken);
        if (revoked is not null)
        {
            await WriteAsync($"token/{id}/revoked", by, now, new TokenRevoked(id, revoked.Principal.Name));
        }

        return revoked;
    }

    /// <summary>Gives a token another secret.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="grace">How long the old secret is valid too; zero ends it at once.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops before it is done.</param>
    /// <returns>The token; null when there is none.</returns>
    /// <exception cref="TokenRefusedException">It was revoked or has expired.</exception>
    public async Task<NewToken?> RotateAsync(string id, TimeSpan grace, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var secret = TokenText.Make() with { Id = id };
        var rotated = await tokens.ChangeAsync(id, token => token.FaultAt(now) is null ? token.Rotated(secret.Hash(), now, grace) : token, cancellationToken);
        if (rotated is null)
        {
            return null;
        }

        if (rotated.Hash != secret.Hash())
        {
            throw new TokenRefusedException("not_valid", $"token {id} was {(rotated.RevokedAt is null ? "valid until it expired" : "revoked")}: make a new one");
        }

        await WriteAsync($"token/{id}/rotated/{now.UtcTicks}/{secret.Hash()[..8]}", by, now, new TokenRotated(id, rotated.Principal.Name, rotated.FormerUntil));
        return new(rotated, secret.ToString());
    }

    internal Task WriteAsync(string key, string by, DateTimeOffset now, AuditEvent happened) => trail.AppendAsync(
        key, new() { Actor = by, At = now, Cause = "tokens", Event = happened, Play = "-" }, CancellationToken.None);

    private static bool IsAdmin(AccessToken token, DateTimeOffset now) => token.Principal.Role == Role.Admin && token.FaultAt(now) is null;

    private static string? Problem(Principal principal, DateTimeOffset? expiresAt, DateTimeOffset now) => principal switch
    {
        { Name: "" } => "the name is empty; take one such as ana@example.com",
        { Name.Length: > LongestName } => $"the name is longer than {LongestName} characters",
        { Name: var name } when name.Any(char.IsControl) => "the name holds a control character",
        { Name: var name } when Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) => $"{name} is not a name that a caller may have",
        { Role: var role } when !Enum.IsDefined(role) => $"{role} is no role",
        { Seat: var seat } when !Enum.IsDefined(seat) => $"{seat} is no seat",
        _ => expiresAt <= now ? "the token would have expired already" : null,
    };
}
