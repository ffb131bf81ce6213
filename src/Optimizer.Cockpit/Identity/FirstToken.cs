using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Identity;

/// <summary>
/// The admin token of a new data directory, announced when it is made. Killed between making and announcing, the next start announces
/// again, with another secret; both are valid then, since nobody knows whether the first was seen.
/// </summary>
public static class FirstToken
{
    /// <summary>Who carries it.</summary>
    public static Principal Principal { get; } = new("admin", Role.Admin, Seat.Ceo, IsHuman: true);

    /// <summary>Makes and announces it when no token was ever made; else does nothing. Of many at once one does.</summary>
    /// <param name="tokens">All tokens.</param>
    /// <param name="trail">Hears that it was made.</param>
    /// <param name="announce">Prints the token's text; called at most once, and not again by a later start when it has returned.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops before it is made.</param>
    public static async Task EnsureAsync(
        ITokenStore tokens, IAuditTrail trail, Action<string> announce, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(announce);
        var text = TokenText.Make();
        var first = new AccessToken(text.Id, text.Hash(), Principal, now, ExpiresAt: null) { IsAnnounced = false };
        if (!await tokens.AddFirstAsync(first, cancellationToken))
        {
            if ((await tokens.ListAsync(cancellationToken)).FirstOrDefault(token => !token.IsAnnounced && token.LastUsedAt is null && token.FaultAt(now) is null) is not { } untold)
            {
                return;
            }

            text = text with { Id = untold.Id };
            _ = await tokens.ChangeAsync(untold.Id, token => token.Rotated(text.Hash(), now, TimeSpan.FromDays(7)), cancellationToken);
        }

        await new TokenDesk(tokens, trail).WriteAsync($"token/{text.Id}/issued", "system", now, new TokenIssued(text.Id, Principal, null));
        announce(text.ToString());
        _ = await tokens.ChangeAsync(text.Id, token => token with { IsAnnounced = true }, CancellationToken.None);
    }

    /// <summary>Takes a token that the host was given as the first; nothing when any token was ever made.</summary>
    /// <param name="tokens">All tokens.</param>
    /// <param name="trail">Hears that it was made.</param>
    /// <param name="given">The token, which whoever gave it knows.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops before it is taken.</param>
    public static async Task TakeAsync(ITokenStore tokens, IAuditTrail trail, TokenText given, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        _ = await tokens.AddFirstAsync(new AccessToken(given.Id, given.Hash(), Principal, now, ExpiresAt: null), cancellationToken);

        // Also after a death in between: the key is the token's own, so the trail has it once.
        if (await tokens.FindAsync(given.Id, cancellationToken) is { } first && first.Principal == Principal && given.Matches(first.Hash))
        {
            await new TokenDesk(tokens, trail).WriteAsync($"token/{given.Id}/issued", "system", first.IssuedAt, new TokenIssued(given.Id, Principal, null));
        }
    }
}
