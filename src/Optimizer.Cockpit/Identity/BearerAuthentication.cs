using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Optimizer.Cockpit.Api.Answers;

namespace Optimizer.Cockpit.Identity;

/// <summary>Knows callers by <c>Authorization: Bearer TOKEN</c>.</summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TokenDoor door, LoginWatch watch)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Start = "Bearer ";

    private bool _waits;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Start, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var (token, refusal) = await door.OpenAsync(header[Start.Length..].Trim(), Context.RequestAborted);
        if (token is null)
        {
            _waits = await watch.FailedAsync(Context.Connection.RemoteIpAddress);
            return AuthenticateResult.Fail(refusal);
        }

        TokenDoor.Admit(Context, token);
        return AuthenticateResult.Success(Tickets.Of(token.Principal, SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => _waits
        ? new Problem(429, "too_many_failures", "too many tokens that are not valid came from your address; wait a minute") { RetryAfter = 60 }.ExecuteAsync(Context)
        : base.HandleChallengeAsync(properties);
}
