using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Idempotency;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Proposals;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Proposals;

namespace Optimizer.Cockpit.Api.Proposals;

/// <summary>Proposals: what is wanted, and what came of it. Everybody may propose; only people answer, as approvals.</summary>
internal static class ProposalsApi
{
    private const string Open = "open";
    private const string All = "all";

    /// <summary>How far back a list looks.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(90);

    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var proposals = routes.MapGroup("/api/proposals").WithTags("Proposals");
        proposals.MapGet("", ListAsync).Demand(Role.Viewer).Told("listProposals", "Proposals of the last 90 days, newest first.").Paged()
            .Asks("state", "open, all, or one state such as executed; open when left out.").Asks("play", "Only proposals about this play; - for the policy.")
            .Refuses(400).Produces<Listed<ProposalShown>>();
        proposals.MapPost("", PostAsync).Demand(Role.Viewer)
            .Told("propose", "Proposes something. Policy rules on it, a person answers it (202); 403 when policy refuses. Nothing is done before a person has said yes.")
            .TakesJson<ProposalBody>().Produces<ProposalShown>(StatusCodes.Status202Accepted).Refuses(400, 404, 409, 413, 415, 422, 429).Once();
        proposals.MapGet("/{id}", ShowAsync).Demand(Role.Viewer).Told("getProposal", "One proposal, and what came of it.").Produces<ProposalShown>().Refuses(404);
    }

    private static async Task<IResult> PostAsync(HttpContext context, ProposalDesk desk)
    {
        var read = await Body.JsonAsync<ProposalBody>(context);
        if (read.Value is not { } body)
        {
            return read.Refusal!;
        }

        var key = context.Request.Headers[AnswerOnce.Header] is [{ } given] ? given : null;
        var reply = await desk.ProposeAsync(
            new(body.Kind, body.Play ?? "", body.Why, context.Caller(), body.Source) { Hypothesis = body.Hypothesis?.Read(), Key = key, Policy = body.Policy },
            context.RequestAborted);
        return reply.Problem is { } problem ? problem
            : new JsonAnswer<ProposalShown>(reply.Proposal!, StatusCodes.Status202Accepted) { Location = $"/api/proposals/{reply.Proposal!.Id}" };
    }

    private static async Task<IResult> ShowAsync(string id, ServedLoop loop, CancellationToken cancellationToken) =>
        Plays.Slugs.IsOne(id) && await new ProposalFinder(loop).FindAsync(id, cancellationToken) is { } shown
            ? new JsonAnswer<ProposalShown>(shown)
            : Problem.NotFound("proposal", id);

    private static async Task<IResult> ListAsync(HttpContext context, ServedLoop loop)
    {
        var query = context.Request.Query;
        var state = query["state"] is [{ Length: > 0 } asked, ..] ? asked : Open;
        if (state is not (Open or All) && !Enum.GetValues<ProposalState>().Select(Word).Contains(state))
        {
            return Problem.Malformed($"state is '{Answers.Shown.Of(state)}'; must be {Open}, {All}, {string.Join(", ", Enum.GetValues<ProposalState>().Select(Word))}");
        }

        var paging = Paging.Of(context.Request, $"proposals-{state}");
        if (paging.Value is not { } page)
        {
            return paging.Refusal!;
        }

        var finder = new ProposalFinder(loop);
        var found = state == Open
            ? (await finder.OpenAsync(context.RequestAborted)).Select(ProposalShown.Of)
            : await finder.SinceAsync(query["play"] is [{ Length: > 0 } of, ..] ? of : null, loop.Clock.GetUtcNow() - Lately, context.RequestAborted);
        var rest = found.Where(each => (state is Open or All || Word(each.State) == state) && (query["play"] is not [{ Length: > 0 } play, ..] || each.Play == play))
            .Select(each => (Key: $"{long.MaxValue - each.At.UtcTicks:D19}/{each.Id}", Shown: each))
            .Where(each => page.After is null || string.CompareOrdinal(each.Key, page.After) > 0)
            .OrderBy(each => each.Key, StringComparer.Ordinal).ToList();
        var shown = rest.Take(page.Limit).ToList();
        return new JsonAnswer<Listed<ProposalShown>>(new(
            [.. shown.Select(each => each.Shown)], rest.Count > shown.Count ? Paging.Cursor($"proposals-{state}", shown[^1].Key) : null));
    }

    private static string Word(ProposalState state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());
}
