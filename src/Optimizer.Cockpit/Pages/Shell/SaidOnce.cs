using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Optimizer.Cockpit.Pages.Shell;

/// <summary>What came of a form, told on the page that follows it, once. Kept by the browser, so no address says it again to whoever is sent it.</summary>
internal static class SaidOnce
{
    private const string Name = "optimizer-said";
    private const int Longest = 1_000;

    /// <summary>Goes to a page and says something there.</summary>
    public static IResult Then(HttpContext context, string path, string said)
    {
        var text = said.Length > Longest ? said[..Longest] : said;
        context.Response.Cookies.Append(Name, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text)), Options(context));

        // 303: whatever was sent is not sent again when somebody reloads.
        context.Response.Headers.Location = path;
        return Microsoft.AspNetCore.Http.Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    public static string? Take(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var text) || context.Request.Headers.ContainsKey(LiveHeader))
        {
            return null;
        }

        context.Response.Cookies.Delete(Name, Options(context));
        return text.Length <= 4 * Longest && Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : null;
    }

    /// <summary>Says that a page is only read again because something changed.</summary>
    public const string LiveHeader = "X-Live";

    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, Path = "/", SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps };
}
