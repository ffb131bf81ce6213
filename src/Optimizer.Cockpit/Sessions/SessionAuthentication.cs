using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Optimizer.Cockpit.Identity;

namespace Optimizer.Cockpit.Sessions;

/// <summary>Knows people by the cookie they got when they signed in. A token that was revoked, rotated or has expired ends its sessions at once.</summary>
internal sealed class SessionAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ServedLoop loop)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Context, loop) is not { } claims)
        {
            return AuthenticateResult.NoResult();
        }

        if (await loop.Tokens.FindAsync(claims.Token, Context.RequestAborted) is not { } token || !claims.IsOf(token, loop.Clock.GetUtcNow()))
        {
            return AuthenticateResult.Fail("the session has ended");
        }

        TokenDoor.Admit(Context, token);
        Context.Items[typeof(SessionClaims)] = claims;
        SessionCookie.Renew(Context, loop, token, claims);
        return AuthenticateResult.Success(Tickets.Of(token.Principal, SchemeName));
    }

    /// <summary>Whoever only looks is asked to sign in and comes back; a form that was sent is answered in place.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method))
        {
            Response.Redirect($"/login{QueryString.Create("to", Request.Path + Request.QueryString)}");
            return Task.CompletedTask;
        }

        return base.HandleChallengeAsync(properties);
    }
}
