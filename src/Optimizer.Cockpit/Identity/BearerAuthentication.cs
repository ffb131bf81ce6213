using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Identity;

/// <summary>Knows callers by <c>Authorization: Bearer TOKEN</c>.</summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ServedLoop loop)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Start = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (TokenText.Read(header[Start.Length..].Trim()) is not { } text
            || await loop.Tokens.FindAsync(text.Id, Context.RequestAborted) is not { } token || !text.Matches(token.Hash))
        {
            return AuthenticateResult.Fail("the token is not known");
        }

        var now = loop.Clock.GetUtcNow();
        return token.RevokedAt <= now ? AuthenticateResult.Fail("the token was revoked")
            : token.ExpiresAt <= now ? AuthenticateResult.Fail("the token has expired")
            : AuthenticateResult.Success(Ticket(token.Principal));
    }

    private AuthenticationTicket Ticket(Principal principal)
    {
        Context.Items[typeof(Principal)] = principal;
        return new(new(new ClaimsIdentity([new(ClaimTypes.Name, principal.Name), new(ClaimTypes.Role, principal.Role.ToString())], SchemeName)), SchemeName);
    }
}
