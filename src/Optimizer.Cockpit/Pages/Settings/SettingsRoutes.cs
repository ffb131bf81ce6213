using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Cockpit.Api.Tokens;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Pages.Settings;

/// <summary>People, tokens, delegations, and what was sent to whom.</summary>
internal static class SettingsRoutes
{
    private const string Home = "/settings";
    private const int MostDays = 3650;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<SettingsPage, SettingsModel>(Home, Role.Viewer, async (context, _) => await Reader(context).ReadAsync(context));
        routes.MapForm($"{Home}/tokens", Role.Admin, MakeAsync);
        routes.MapForm($"{Home}/tokens/rotate", Role.Admin, RotateAsync);
        routes.MapForm($"{Home}/tokens/revoke", Role.Admin, RevokeAsync);
        routes.MapForm($"{Home}/delegations", Role.Approver, DelegateAsync);
        routes.MapForm($"{Home}/delegations/end", Role.Approver, EndAsync);
        routes.MapForm($"{Home}/parcels/replay", Role.Operator, ReplayAsync);
    }

    private static SettingsReader Reader(HttpContext context) => context.RequestServices.GetRequiredService<SettingsReader>();

    private static ServedLoop Loop(HttpContext context) => context.RequestServices.GetRequiredService<ServedLoop>();

    private static async Task<IResult> MakeAsync(HttpContext context, PageForm form)
    {
        if (!TryWord<Role>(form["role"], out var role) || !TryWord<Seat>(form["seat"], out var seat))
        {
            return Problem.Invalid("role and seat must be ones that there are");
        }

        if (!TryDays(form["days"], out var days))
        {
            return Problem.Invalid($"days: must be a whole number from 1 to {MostDays}, or empty for a token that does not expire");
        }

        var (loop, now) = (Loop(context), Loop(context).Clock.GetUtcNow());
        return await TokensApi.TryAsync(async () => await ShowAsync(context, await TokensApi.Desk(loop).CreateAsync(
            new(form["name"], role, seat, form["program"] != "1"), days is { } count ? now.AddDays(count) : null, context.Caller().Name, now, context.RequestAborted)));
    }

    private static async Task<IResult> RotateAsync(HttpContext context, PageForm form)
    {
        if (!double.TryParse(form["hours"], NumberStyles.Float, CultureInfo.InvariantCulture, out var hours) || hours is not (>= 0 and <= TokensApi.LongestGraceHours))
        {
            return Problem.Invalid($"hours: must be 0 to {TokensApi.LongestGraceHours}");
        }

        var loop = Loop(context);
        return await TokensApi.TryAsync(async () =>
            await TokensApi.Desk(loop).RotateAsync(form["id"], TimeSpan.FromHours(hours), context.Caller().Name, loop.Clock.GetUtcNow(), context.RequestAborted) is { } rotated
                ? await ShowAsync(context, rotated)
                : Problem.NotFound("token", form["id"]));
    }

    private static Task<IResult> RevokeAsync(HttpContext context, PageForm form) => TokensApi.TryAsync(async () =>
    {
        var loop = Loop(context);
        return await TokensApi.Desk(loop).RevokeAsync(form["id"], context.Caller().Name, loop.Clock.GetUtcNow(), context.RequestAborted) is { } revoked
            ? SaidOnce.Then(context, $"{Home}#tokens", $"The token {revoked.Id} of {revoked.Principal.Name} is revoked; its sessions have ended.")
            : Problem.NotFound("token", form["id"]);
    });

    /// <summary>On the page that answers the form, and nowhere else: an address or a cookie would keep the secret.</summary>
    private static async Task<IResult> ShowAsync(HttpContext context, NewToken made) => PageAnswer.Of<SettingsPage, SettingsModel>(
        await context.RequestServices.GetRequiredService<Visits>().OfAsync(context), await Reader(context).ReadAsync(context, made), StatusCodes.Status201Created);

    private static async Task<IResult> DelegateAsync(HttpContext context, PageForm form)
    {
        var zone = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParse(form["until"], CultureInfo.InvariantCulture, zone, out var until))
        {
            return Problem.Invalid("until: must be a day, such as 2026-03-01");
        }

        DateTimeOffset? from = null;
        if (form.Said("from") is { } text)
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, zone, out var first))
            {
                return Problem.Invalid("from: must be a day, such as 2026-03-01, or empty for now");
            }

            from = first;
        }

        // Until a day includes the day.
        var body = new DelegationBody(form["to"], until.TimeOfDay == TimeSpan.Zero && until < DateTimeOffset.MaxValue.AddDays(-2) ? until.AddDays(1) : until, from);
        return await DelegationsApi.DelegateAsync(body, context.Caller(), Loop(context), context.RequestAborted) is Problem problem
            ? problem
            : SaidOnce.Then(context, $"{Home}#delegations", $"{body.To} answers for you.");
    }

    private static async Task<IResult> EndAsync(HttpContext context, PageForm form) =>
        await DelegationsApi.EndAsync(form["id"], context.Caller(), Loop(context), context.RequestAborted) is Problem problem
            ? problem
            : SaidOnce.Then(context, $"{Home}#delegations", "The delegation has ended.");

    private static async Task<IResult> ReplayAsync(HttpContext context, PageForm form)
    {
        var loop = Loop(context);
        if (loop.Notices is not { } store || !long.TryParse(form["number"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || await store.FindAsync(number, context.RequestAborted) is null)
        {
            return Problem.NotFound("message", form["number"]);
        }

        var now = loop.Clock.GetUtcNow();
        await loop.World.Audit.AppendAsync($"order/replay/{Guid.NewGuid():N}", new()
        {
            Actor = context.Caller().Name,
            At = now,
            Cause = "settings",
            Event = new OrderGiven("notice.replay", number.ToString(CultureInfo.InvariantCulture)),
            Play = "-",
        }, context.RequestAborted);
        return await store.ReplayAsync(number, now, context.RequestAborted) is { } parcel
            ? SaidOnce.Then(context, $"{Home}#delivery", $"It goes out again as number {parcel.Number}.")
            : Problem.Conflict("nothing_left", "nothing is left in it that could be sent");
    }

    // A number is no word, and Enum would take it.
    private static bool TryWord<T>(string text, out T word)
        where T : struct, Enum
    {
        word = default;
        return text.Length > 0 && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out word) && Enum.IsDefined(word) && !text.Contains(',', StringComparison.Ordinal);
    }

    private static bool TryDays(string text, out int? days)
    {
        days = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostDays ? count : null;
        return text.Length == 0 || days is not null;
    }
}
