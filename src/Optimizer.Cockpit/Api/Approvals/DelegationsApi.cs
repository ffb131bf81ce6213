using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>Who answers for whom while they are away.</summary>
internal static class DelegationsApi
{
    public static async Task<IResult> ListAsync(ServedLoop loop, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        return new JsonAnswer<Listed<DelegationShown>>(new(
            [.. (await loop.Delegations.ListAsync(cancellationToken)).Where(each => each.Until > now).Select(each => DelegationShown.Of(each, now))], null));
    }

    public static async Task<IResult> MakeAsync(HttpContext context, ServedLoop loop, CancellationToken cancellationToken)
    {
        var read = await Body.JsonAsync<DelegationBody>(context);
        return read.Value is { } body ? await DelegateAsync(body, context.Caller(), loop, cancellationToken) : read.Refusal!;
    }

    /// <summary>Lets somebody answer for the caller.</summary>
    public static async Task<IResult> DelegateAsync(DelegationBody body, Principal caller, ServedLoop loop, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        var delegation = new Delegation(
            Guid.NewGuid().ToString("N")[..12], caller.Name, body.To.Trim(), body.Seat ?? caller.Seat, (body.From ?? now).ToUniversalTime(),
            body.Until.ToUniversalTime(), now);
        var known = (await loop.Tokens.ListAsync(cancellationToken))
            .Where(token => token.FaultAt(now) is null && People.Same(token.Principal.Name, delegation.To)).Select(token => token.Principal).ToList();
        if (DelegationRule.Fault(caller, delegation, known) is { } fault)
        {
            return Problem.Invalid(fault);
        }

        await loop.Delegations.PutAsync(delegation, cancellationToken);
        await WriteAsync(loop, $"delegation/{delegation.Id}/made", caller, now, new DelegationMade(delegation));
        return new JsonAnswer<DelegationShown>(DelegationShown.Of(delegation, now), StatusCodes.Status201Created) { Location = "/api/approvals/delegations" };
    }

    public static Task<IResult> RevokeAsync(string id, HttpContext context, ServedLoop loop, CancellationToken cancellationToken) =>
        EndAsync(id, context.Caller(), loop, cancellationToken);

    /// <summary>Ends a delegation of the caller, or an admin that of anybody.</summary>
    public static async Task<IResult> EndAsync(string id, Principal caller, ServedLoop loop, CancellationToken cancellationToken)
    {
        var now = loop.Clock.GetUtcNow();
        if ((await loop.Delegations.ListAsync(cancellationToken)).FirstOrDefault(each => each.Id == id) is not { } delegation)
        {
            return Problem.NotFound("delegation", id);
        }

        if (caller.Role != Role.Admin && !People.Same(caller.Name, delegation.By))
        {
            return new Problem(403, "wrong_role", $"only {delegation.By} or an admin ends it");
        }

        var ended = delegation.RevokedAt is null ? delegation with { RevokedAt = now } : delegation;
        await loop.Delegations.PutAsync(ended, cancellationToken);
        await WriteAsync(loop, $"delegation/{id}/revoked", caller, now, new DelegationRevoked(id, ended.By, ended.To));
        return new JsonAnswer<DelegationShown>(DelegationShown.Of(ended, now));
    }

    private static Task<Domain.Audit.AuditRecord> WriteAsync(ServedLoop loop, string key, Principal by, DateTimeOffset now, AuditEvent happened) => loop.World.Audit.AppendAsync(
        key, new() { Actor = by.Name, At = now, Cause = "delegations", Event = happened, Play = "-" }, CancellationToken.None);
}
