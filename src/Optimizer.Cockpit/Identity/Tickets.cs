using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Identity;

/// <summary>A principal as the framework wants it.</summary>
internal static class Tickets
{
    public static AuthenticationTicket Of(Principal principal, string scheme) => new(
        new(new ClaimsIdentity([new(ClaimTypes.Name, principal.Name), new(ClaimTypes.Role, principal.Role.ToString())], scheme)), scheme);
}
