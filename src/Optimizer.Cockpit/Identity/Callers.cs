using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Identity;

/// <summary>Who calls, and what a route asks of them.</summary>
internal static class Callers
{
    /// <summary>The principal of an authenticated request.</summary>
    public static Principal Caller(this HttpContext context) => context.Items[typeof(Principal)] as Principal
        ?? throw new InvalidOperationException($"{context.Request.Path} asks who calls and does not demand a role");

    /// <summary>How it is known who calls, as approvals and the trail say it; without the secret.</summary>
    public static string Proof(this HttpContext context) => context.Items[typeof(AccessToken)] is AccessToken token
        ? $"token {token.Id}"
        : throw new InvalidOperationException($"{context.Request.Path} asks how the caller is known and does not demand a role");

    /// <summary>Lets a route be called by this role and those above it.</summary>
    public static TBuilder Demand<TBuilder>(this TBuilder builder, Role role)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(new AuthorizeAttribute
        {
            Roles = string.Join(',', Enum.GetValues<Role>().Where(each => each >= role)),
        });
}
