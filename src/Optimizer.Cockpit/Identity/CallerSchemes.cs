using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Sessions;

namespace Optimizer.Cockpit.Identity;

/// <summary>By what a caller is known: programs by the token they send, people who look at pages by their session.</summary>
internal static class CallerSchemes
{
    private const string SchemeName = "Caller";

    public static void Add(IServiceCollection services)
    {
        // The core alone: the rest makes keys for cookies and leaves them in the user's home.
        services.AddAuthenticationCore(authentication =>
        {
            authentication.DefaultScheme = SchemeName;
            authentication.AddScheme<PolicySchemeHandler>(SchemeName, null);
            authentication.AddScheme<BearerAuthentication>(BearerAuthentication.SchemeName, null);
            authentication.AddScheme<EasyAuthentication>(EasyAuthentication.SchemeName, null);
            authentication.AddScheme<SessionAuthentication>(SessionAuthentication.SchemeName, null);
        });
        services.Configure<PolicySchemeOptions>(SchemeName, options => options.ForwardDefaultSelector = Of);
        services.AddTransient<PolicySchemeHandler>().AddTransient<BearerAuthentication>().AddTransient<EasyAuthentication>().AddTransient<SessionAuthentication>();
        services.AddSingleton<LoginWatch>().AddSingleton<TokenDoor>();
    }

    // A cookie is sent by the browser whoever made it ask: what programs call never looks at one.
    private static string Of(HttpContext context) =>
        IsForPrograms(context.Request.Path) || context.Request.Headers.Authorization.Count > 0 ? BearerAuthentication.SchemeName
        : context.RequestServices.GetRequiredService<ServedLoop>().TrustsEasyAuth && context.Request.Headers.ContainsKey(EasyAuthentication.Header) ? EasyAuthentication.SchemeName
        : SessionAuthentication.SchemeName;

    /// <summary>Whether a path is answered in JSON, also where something goes wrong.</summary>
    public static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/health/live")
        || path.StartsWithSegments("/health/ready");
}
