using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Identity;

/// <summary>Knows callers by <c>Authorization: Bearer TOKEN</c>.</summary>
internal sealed partial class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ServedLoop loop, LoginWatch watch)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Start = "Bearer ";

    /// <summary>A use is noted this often; more would be a write per request.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromHours(1);

    // Compared with when there is no such token, so that the time to an answer does not say whether there is.
    private static readonly IReadOnlyList<string> NoHashes = [new('0', 64)];

    private bool _waits;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var now = loop.Clock.GetUtcNow();
        if (TokenText.Read(header[Start.Length..].Trim()) is not { } text)
        {
            return await RefusedAsync("the token is not known");
        }

        var token = await loop.Tokens.FindAsync(text.Id, Context.RequestAborted);
        var matches = false;
        foreach (var hash in token?.HashesAt(now) ?? NoHashes)
        {
            matches |= text.Matches(hash);
        }

        if (token is null || !matches)
        {
            return await RefusedAsync("the token is not known");
        }

        if (token.FaultAt(now) is { } fault)
        {
            return await RefusedAsync(fault == TokenFault.Revoked ? "the token was revoked" : "the token has expired");
        }

        await NoteAsync(token, now);
        return AuthenticateResult.Success(Ticket(token));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => _waits
        ? new Problem(429, "too_many_failures", "too many tokens that are not valid came from your address; wait a minute") { RetryAfter = 60 }.ExecuteAsync(Context)
        : base.HandleChallengeAsync(properties);

    private async Task<AuthenticateResult> RefusedAsync(string why)
    {
        _waits = await watch.FailedAsync(Context.Connection.RemoteIpAddress);
        return AuthenticateResult.Fail(why);
    }

    private async Task NoteAsync(AccessToken token, DateTimeOffset now)
    {
        if (now - token.LastUsedAt < Noted)
        {
            return;
        }

        try
        {
            await loop.Tokens.ChangeAsync(token.Id, found => found with { LastUsedAt = now }, Context.RequestAborted);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // On a full disk people must still be able to look.
            LogNotNoted(Logger, token.Id, fault);
        }
    }

    private AuthenticationTicket Ticket(AccessToken token)
    {
        Context.Items[typeof(Principal)] = token.Principal;
        Context.Items[typeof(AccessToken)] = token;
        return new(new(new ClaimsIdentity(
            [new(ClaimTypes.Name, token.Principal.Name), new(ClaimTypes.Role, token.Principal.Role.ToString())], SchemeName)), SchemeName);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the use of token {Token} could not be noted")]
    private static partial void LogNotNoted(ILogger logger, string token, Exception fault);
}
