using Microsoft.AspNetCore.Http;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Sessions;

/// <summary>The cookie that keeps somebody signed in.</summary>
internal static class SessionCookie
{
    /// <summary>A working day and a little; it is renewed while somebody looks.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private const string Plain = "optimizer";

    // Browsers take a cookie of this name from this very host alone, and only over TLS.
    private const string Bound = "__Host-optimizer";

    public static SessionClaims? Read(HttpContext context, ServedLoop loop) =>
        context.Request.Cookies.TryGetValue(Name(context), out var text) && SessionClaims.Read(text, loop.LinkKey) is { } claims && loop.Clock.GetUtcNow() < claims.ExpiresAt
            ? claims
            : null;

    /// <summary>Signs somebody in.</summary>
    public static void Give(HttpContext context, ServedLoop loop, AccessToken token) => Put(context, loop, SessionClaims.Of(token, Until(loop, token)));

    /// <summary>Keeps somebody signed in who still looks; forms that are open stay valid.</summary>
    public static void Renew(HttpContext context, ServedLoop loop, AccessToken token, SessionClaims claims)
    {
        if (claims.ExpiresAt - loop.Clock.GetUtcNow() < Lasts / 2 && Until(loop, token) > claims.ExpiresAt)
        {
            Put(context, loop, claims with { ExpiresAt = Until(loop, token) });
        }
    }

    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context));

    private static void Put(HttpContext context, ServedLoop loop, SessionClaims claims) =>
        context.Response.Cookies.Append(Name(context), claims.Write(loop.LinkKey), Options(context));

    private static DateTimeOffset Until(ServedLoop loop, AccessToken token)
    {
        var usual = loop.Clock.GetUtcNow() + Lasts;
        return token.ExpiresAt is { } end && end < usual ? end : usual;
    }

    // Lax, so that a link in a message finds people signed in; forms carry a token of their own.
    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, IsEssential = true, Path = "/", SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps };

    private static string Name(HttpContext context) => context.Request.IsHttps ? Bound : Plain;
}
