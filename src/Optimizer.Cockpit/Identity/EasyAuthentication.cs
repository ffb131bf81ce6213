using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Identity;

/// <summary>
/// Knows people by the header that App Service Authentication writes, where the host was told that it stands behind it: anywhere else anybody could
/// write it. Who they are there says nothing of what they may do here: that stands on the token of the same name.
/// </summary>
internal sealed class EasyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ServedLoop loop)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "EasyAuth";
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const int Longest = 32 * 1024;

    // What providers call the name by which people are known, most telling first.
    private static readonly string[] NameClaims = ["preferred_username", "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress", "emails", "upn"];

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!loop.TrustsEasyAuth || Request.Headers[Header] is not [{ Length: > 0 and <= Longest } header])
        {
            return AuthenticateResult.NoResult();
        }

        var now = loop.Clock.GetUtcNow();
        var tokens = (await loop.Tokens.ListAsync(Context.RequestAborted)).Where(token => token.Principal.IsHuman && token.FaultAt(now) is null).ToList();
        foreach (var name in Names(header))
        {
            if (tokens.Where(token => People.Same(token.Principal.Name, name)).MaxBy(token => (token.Principal.Role, token.Principal.Seat)) is { } token)
            {
                TokenDoor.Admit(Context, token);
                Context.Items[typeof(SessionClaims)] = Session(token);
                return AuthenticateResult.Success(Tickets.Of(token.Principal, SchemeName));
            }
        }

        return AuthenticateResult.Fail("nobody of this name has a token here; an admin makes one");
    }

    // A sign-in page of ours would ask for a token; the front door has let them in already.
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static IReadOnlyList<string> Names(string header)
    {
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(header));
            var own = document.RootElement.TryGetProperty("name_typ", out var typ) ? typ.GetString() : null;
            var claims = document.RootElement.GetProperty("claims").EnumerateArray().Select(claim => (Type: claim.GetProperty("typ").GetString(), Value: claim.GetProperty("val").GetString())).ToList();
            return [.. NameClaims.Append(own).SelectMany(type => claims.Where(claim => claim.Type == type && !string.IsNullOrWhiteSpace(claim.Value)).Select(claim => claim.Value!))];
        }
        catch (Exception damaged) when (damaged is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [];
        }
    }

    // Forms are bound to the person, for there is no session of ours.
    private SessionClaims Session(AccessToken token) => SessionClaims.Of(token, loop.Clock.GetUtcNow() + SessionCookie.Lasts) with
    {
        Nonce = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(People.Key(token.Principal.Name)))),
    };
}
