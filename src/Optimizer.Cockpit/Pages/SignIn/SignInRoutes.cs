using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.SignIn;

/// <summary>In with a token, and out.</summary>
internal static class SignInRoutes
{
    private const int LongestToken = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/login", (HttpContext context) => Page(new(Safe(context.Request.Query["to"]), null))).ExcludeFromDescription();
        routes.MapPost("/login", EnterAsync).ExcludeFromDescription();
        routes.MapForm("/logout", Role.Viewer, (context, _) =>
        {
            SessionCookie.Take(context);
            return Task.FromResult(See("/login", context));
        });
    }

    private static async Task<IResult> EnterAsync(HttpContext context, ServedLoop loop, TokenDoor door, LoginWatch watch)
    {
        var read = await PageForm.FieldsAsync(context);
        if (read.Value is not { } form)
        {
            return read.Refusal!;
        }

        var (to, text) = (Safe(form["to"]), form["token"]);
        var (token, refusal) = text.Length <= LongestToken ? await door.OpenAsync(text, context.RequestAborted) : (null, "the token is not known");
        if (token is not null)
        {
            SessionCookie.Give(context, loop, token);
            return See(to, context);
        }

        return await watch.FailedAsync(context.Connection.RemoteIpAddress)
            ? Page(new(to, "Too many tokens that are not valid came from your address. Wait a minute."), 429)
            : Page(new(to, $"{char.ToUpperInvariant(refusal[0])}{refusal[1..]}. Copy all of it, from opt_ to its end."), 401);
    }

    private static PageAnswer Page(SignInModel model, int status = 200) => new(typeof(SignInPage), new() { [nameof(SignInPage.Model)] = model }, status);

    private static IResult See(string path, HttpContext context)
    {
        context.Response.Headers.Location = path;
        return Microsoft.AspNetCore.Http.Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    // Only on to a page of ours: an address that says where to go must not lead people away.
    private static string Safe(string? to) =>
        to is ['/', ..] && !(to.Length > 1 && to[1] is '/' or '\\') && !to.Any(char.IsControl) && !to.StartsWith("/log", StringComparison.Ordinal) ? to : "/";
}
