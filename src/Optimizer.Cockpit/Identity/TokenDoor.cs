using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Identity;

/// <summary>Knows callers by their tokens, however these are carried.</summary>
internal sealed partial class TokenDoor(ServedLoop loop, ILogger<TokenDoor> log)
{
    /// <summary>A use is noted this often; more would be a write per request.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromHours(1);

    // Compared with when there is no such token, so that the time to an answer does not say whether there is.
    private static readonly IReadOnlyList<string> NoHashes = [new('0', 64)];

    /// <summary>The token that a text is, or why it is none.</summary>
    public async Task<(AccessToken? Token, string Refusal)> OpenAsync(string text, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        if (TokenText.Read(text) is not { } carried)
        {
            return (null, "the token is not known");
        }

        var token = await loop.Tokens.FindAsync(carried.Id, cancellationToken);
        var matches = false;
        foreach (var hash in token?.HashesAt(now) ?? NoHashes)
        {
            matches |= carried.Matches(hash);
        }

        if (token is null || !matches)
        {
            return (null, "the token is not known");
        }

        if (token.FaultAt(now) is { } fault)
        {
            return (null, fault == TokenFault.Revoked ? "the token was revoked" : "the token has expired");
        }

        await NoteAsync(token, now, cancellationToken);
        return (token, "");
    }

    /// <summary>Lets a request pass as the carrier of a token.</summary>
    public static void Admit(HttpContext context, AccessToken token)
    {
        context.Items[typeof(Principal)] = token.Principal;
        context.Items[typeof(AccessToken)] = token;
    }

    private async Task NoteAsync(AccessToken token, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - token.LastUsedAt < Noted)
        {
            return;
        }

        try
        {
            await loop.Tokens.ChangeAsync(token.Id, found => found with { LastUsedAt = now }, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // On a full disk people must still be able to look.
            LogNotNoted(log, token.Id, fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the use of token {Token} could not be noted")]
    private static partial void LogNotNoted(ILogger logger, string token, Exception fault);
}
