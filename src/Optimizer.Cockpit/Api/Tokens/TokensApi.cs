using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Idempotency;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Api.Tokens;

/// <summary>Who may call: tokens are made, listed, rotated and revoked by admins only.</summary>
internal static class TokensApi
{
    /// <summary>Longest that a secret may be valid after it was replaced.</summary>
    public const double LongestGraceHours = 168;

    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.MapGet("/api/me", (HttpContext context, ServedLoop loop) => new JsonAnswer<TokenShown>(
                TokenShown.Of((AccessToken)context.Items[typeof(AccessToken)]!, loop.Clock.GetUtcNow())))
            .WithTags("Tokens").Demand(Role.Viewer).Told("getMe", "Who the caller is.").Produces<TokenShown>();
        var tokens = routes.MapGroup("/api/tokens").WithTags("Tokens").Demand(Role.Admin);
        tokens.MapGet("", ListAsync).Told("listTokens", "Lists tokens, revoked and expired ones included, oldest first; never a secret.").Paged().Refuses(400)
            .Produces<Listed<TokenShown>>();
        tokens.MapPost("", CreateAsync).WithMetadata(new NeverKept()).Told("makeToken", "Makes a token; its text is told once.").Refuses(400, 413, 415, 422)
            .Accepts<TokenBody>("application/json").Produces<TokenShown>(StatusCodes.Status201Created);
        tokens.MapDelete("/{id}", RevokeAsync).Told("revokeToken", "Revokes a token; twice is once.").Refuses(404, 409).Produces<TokenShown>();
        tokens.MapPost("/{id}/rotate", RotateAsync).WithMetadata(new NeverKept()).Told("rotateToken", "Gives a token another secret, told once.").Refuses(400, 404, 409, 413, 415, 422)
            .Accepts<RotateBody>("application/json").Produces<TokenShown>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, ServedLoop loop, CancellationToken cancellationToken)
    {
        var paging = Paging.Of(context.Request, "tokens");
        if (paging.Value is not { } page)
        {
            return paging.Refusal!;
        }

        var now = loop.Clock.GetUtcNow();
        var all = await loop.Tokens.ListAsync(cancellationToken);
        var rest = all.SkipWhile(token => page.After is not null && token.Id != page.After).Skip(page.After is null ? 0 : 1).ToList();
        var shown = rest.Take(page.Limit).Select(token => TokenShown.Of(token, now)).ToList();
        return new JsonAnswer<Listed<TokenShown>>(new(shown, rest.Count > shown.Count ? Paging.Cursor("tokens", shown[^1].Id) : null));
    }

    private static async Task<IResult> CreateAsync(HttpContext context, ServedLoop loop, CancellationToken cancellationToken)
    {
        var read = await Body.JsonAsync<TokenBody>(context);
        if (read.Value is not { } body)
        {
            return read.Refusal!;
        }

        var now = loop.Clock.GetUtcNow();
        return await TryAsync(async () =>
        {
            var made = await Desk(loop).CreateAsync(
                new(body.Name, body.Role, body.Seat, !body.Program), body.ExpiresAt?.ToUniversalTime(), context.Caller().Name, now, cancellationToken);
            return new JsonAnswer<TokenShown>(TokenShown.Of(made.Kept, now, made.Text), StatusCodes.Status201Created) { Location = $"/api/tokens/{made.Kept.Id}" };
        });
    }

    private static Task<IResult> RevokeAsync(string id, HttpContext context, ServedLoop loop, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var now = loop.Clock.GetUtcNow();
        return await Desk(loop).RevokeAsync(id, context.Caller().Name, now, cancellationToken) is { } revoked
            ? new JsonAnswer<TokenShown>(TokenShown.Of(revoked, now))
            : Problem.NotFound("token", id);
    });

    private static async Task<IResult> RotateAsync(string id, HttpContext context, ServedLoop loop, CancellationToken cancellationToken)
    {
        var read = await Body.JsonAsync<RotateBody>(context);
        if (read.Value is not { } body)
        {
            return read.Refusal!;
        }

        if (body.GraceHours is not (>= 0 and <= LongestGraceHours))
        {
            return Problem.Invalid($"graceHours: is {body.GraceHours}; must be 0 to {LongestGraceHours}", new FieldProblem("graceHours", $"must be 0 to {LongestGraceHours}"));
        }

        var now = loop.Clock.GetUtcNow();
        return await TryAsync(async () =>
            await Desk(loop).RotateAsync(id, TimeSpan.FromHours(body.GraceHours), context.Caller().Name, now, cancellationToken) is { } rotated
                ? new JsonAnswer<TokenShown>(TokenShown.Of(rotated.Kept, now, rotated.Text))
                : Problem.NotFound("token", id));
    }

    public static TokenDesk Desk(ServedLoop loop) => new(loop.Tokens, loop.World.Audit);

    /// <summary>Does it, or says what is in the way.</summary>
    public static async Task<IResult> TryAsync(Func<Task<IResult>> act)
    {
        try
        {
            return await act();
        }
        catch (TokenRefusedException refused)
        {
            return refused.Code == "invalid" ? Problem.Invalid(refused.Message) : Problem.Conflict(refused.Code, refused.Message);
        }
    }
}
