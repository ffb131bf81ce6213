using Microsoft.AspNetCore.Http;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Links;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>Makes signed links. Whoever holds one answers as its recipient, so only admins make them for others.</summary>
internal static class LinkMakingApi
{
    public static async Task<IResult> MakeAsync(string id, HttpContext context, ServedLoop loop, CancellationToken cancellationToken)
    {
        var read = await Body.JsonAsync<LinkBody>(context);
        if (read.Value is not { } body)
        {
            return read.Refusal!;
        }

        var (now, caller) = (loop.Clock.GetUtcNow(), context.Caller());
        if (!(body.ExpiresInMinutes >= 1 && body.ExpiresInMinutes <= ApprovalLinks.Longest.TotalMinutes))
        {
            return Problem.Invalid($"expiresInMinutes: must be 1 to {ApprovalLinks.Longest.TotalMinutes:0}", new FieldProblem("expiresInMinutes", "is out of range"));
        }

        if (caller.Role != Role.Admin && !People.Same(caller.Name, body.To))
        {
            return new Problem(403, "wrong_role", "only an admin makes links for others: whoever holds a link answers as its recipient");
        }

        var recipient = await RecipientAsync(body, caller, loop, now, cancellationToken);
        if (recipient.Value is not { } to)
        {
            return recipient.Refusal!;
        }

        if (await new ApprovalFinder(loop.Client, loop.World.Audit).FindAsync(id, cancellationToken) is not { Card: var card })
        {
            return Problem.NotFound("approval", id);
        }

        if (!card.IsOpen)
        {
            return Problem.Conflict(ApprovalCode.AlreadyDecided, $"it is {card.State.ToString().ToLowerInvariant()}: there is nothing to answer any more");
        }

        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(now.AddMinutes(body.ExpiresInMinutes).ToUnixTimeSeconds());
        var url = new ApprovalLinks(loop.LinkKey, new($"{context.Request.Scheme}://{context.Request.Host}")).For(card.Request, to, expiresAt);
        await loop.World.Audit.AppendAsync($"{id}/link-{Guid.NewGuid():N}", new()
        {
            Actor = caller.Name,
            At = now,
            Cause = id,
            Event = new LinkIssued(id, to.Name, to.Seat, expiresAt),
            Experiment = card.Request.Experiment,
            Play = card.Request.Play,
        }, CancellationToken.None);
        return new JsonAnswer<LinkShown>(new(id, to.Name, to.Seat, expiresAt, url.ToString()), StatusCodes.Status201Created);
    }

    private static async Task<Reading<LinkRecipient>> RecipientAsync(
        LinkBody body, Principal caller, ServedLoop loop, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = (await loop.Tokens.ListAsync(cancellationToken))
            .Where(token => token.FaultAt(now) is null && People.Same(token.Principal.Name, body.To)).Select(token => token.Principal).ToList();
        var people = known.Where(each => each is { IsHuman: true, Role: >= Role.Approver }).ToList();
        return people.Count > 0
            ? new LinkRecipient(body.To.Trim(), body.Seat is { } lower && lower < people.Max(each => each.Seat) ? lower : people.Max(each => each.Seat))
            : known.Count > 0
            ? new Problem(422, known.Exists(each => each.IsHuman) ? "wrong_role" : ApprovalCode.Program, $"{Shown.Of(body.To)} may not answer: {(known.Exists(each => each.IsHuman) ? "the role is viewer" : "programs cannot approve")}")
            : caller.Role == Role.Admin && body.Seat is { } seat && !string.IsNullOrWhiteSpace(body.To) && body.To.Length <= 100
            ? new LinkRecipient(body.To.Trim(), seat)
            : Problem.Invalid($"to: nobody called {Shown.Of(body.To)} has a token; say in which seat they answer", new FieldProblem("seat", "is missing"));
    }
}
