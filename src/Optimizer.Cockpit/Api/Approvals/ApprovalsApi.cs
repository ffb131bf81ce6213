using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Idempotency;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;
using Optimizer.Workflows;

namespace Optimizer.Cockpit.Api.Approvals;

/// <summary>Questions to people: the queue, one question, and its answer.</summary>
internal static class ApprovalsApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var approvals = routes.MapGroup("/api/approvals").WithTags("Approvals");
        approvals.MapGet("", QueueApi.ListAsync).Demand(Role.Viewer)
            .Told("listApprovals", "The queue, urgent first; with ?state= those that ended, newest first.").Paged()
            .Asks("state", "all, or only questions in this state, such as approved; those that wait when left out.").Asks("seat", "Only questions of this seat, such as manager.")
            .Asks("play", "Only questions of this play.").Refuses(400).Produces<Listed<ApprovalShown>>();
        approvals.MapGet("/{id}", ShowAsync).Demand(Role.Viewer).Told("getApproval", "One question with all its answers and what came of it.").Produces<ApprovalShown>().Refuses(404);
        approvals.MapPost("/{id}", AnswerAsync).Demand(Role.Approver)
            .Told("answerApproval", "Answers a question: approve or reject, bound to the payload hash. The same answer again is given the first one's answer.")
            .Matches(isRequired: false).Refuses(400, 404, 409, 412, 413, 415, 422).Once()
            .Accepts<AnswerBody>("application/json").Produces<ApprovalShown>().Produces<ApprovalShown>(StatusCodes.Status202Accepted);
        approvals.MapPost("/{id}/links", LinkMakingApi.MakeAsync).Demand(Role.Approver).WithMetadata(new NeverKept())
            .Told("makeApprovalLink", "Makes a signed link with which one person answers once, without a login.").Refuses(400, 404, 409, 413, 415, 422)
            .Accepts<LinkBody>("application/json").Produces<LinkShown>(StatusCodes.Status201Created);
        approvals.MapGet("/delegations", DelegationsApi.ListAsync).Demand(Role.Viewer).Told("listDelegations", "Who answers for whom, now and later.")
            .Produces<Listed<DelegationShown>>();
        approvals.MapPost("/delegations", DelegationsApi.MakeAsync).Demand(Role.Approver).Told("makeDelegation", "Lets somebody answer for the caller for a time.").Refuses(400, 413, 415, 422).Once()
            .Accepts<DelegationBody>("application/json").Produces<DelegationShown>(StatusCodes.Status201Created);
        approvals.MapDelete("/delegations/{id}", DelegationsApi.RevokeAsync).Demand(Role.Approver).Told("endDelegation", "Ends a delegation; twice is once.").Refuses(404)
            .Produces<DelegationShown>();
    }

    private static async Task<IResult> ShowAsync(string id, ServedLoop loop, CancellationToken cancellationToken) =>
        await new ApprovalFinder(loop.Client, loop.World.Audit).FindAsync(id, cancellationToken) is { Card: var card }
            ? Shown(card, loop.Clock.GetUtcNow())
            : Problem.NotFound("approval", id);

    private static async Task<IResult> AnswerAsync(string id, HttpContext context, ServedLoop loop, CancellationToken cancellationToken)
    {
        var read = await Body.JsonAsync<AnswerBody>(context);
        if (read.Value is not { } body)
        {
            return read.Refusal!;
        }

        if (body.Comment is { Length: > AnswerBody.LongestComment })
        {
            return Problem.Invalid($"comment: is longer than {AnswerBody.LongestComment} characters", new FieldProblem("comment", "is too long"));
        }

        var finder = new ApprovalFinder(loop.Client, loop.World.Audit);
        if (context.Request.Headers.IfMatch.Count > 0
            && EntityTags.Refusal(context.Request, await finder.FindAsync(id, cancellationToken) is { Card: var seen } ? Tag(seen) : null, isRequired: false) is { } stale)
        {
            return stale;
        }

        var judged = await new ApprovalDesk(loop).AnswerAsync(
            new(id, context.Caller(), body.Decision == AnswerWord.Approve, body.PayloadHash, body.Comment, Channel(context), context.Proof()), cancellationToken);
        if (judged is null)
        {
            return Problem.NotFound("approval", id);
        }

        if (Refusal(judged) is { } refusal)
        {
            return refusal;
        }

        var found = await finder.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"approval {id} was there and is gone");
        var now = loop.Clock.GetUtcNow();
        return judged.Code == ApprovalCode.Kept
            ? new JsonAnswer<ApprovalShown>(ApprovalShown.Of(found.Card, now), StatusCodes.Status202Accepted) { Location = $"/api/approvals/{id}" }
            : Shown(found.Card, now);
    }

    /// <summary>What an answer that changed nothing is told; null for one that counts, or says again what was said.</summary>
    internal static Problem? Refusal(ApprovalJudgement judged) => judged.Code switch
    {
        ApprovalCode.Counted or ApprovalCode.Repeated or ApprovalCode.Kept => null,
        ApprovalCode.OwnProposal or ApprovalCode.SeatTooLow or ApprovalCode.Program => new(403, judged.Code, judged.Why),
        ApprovalCode.AlreadyDecided or ApprovalCode.Superseded or ApprovalCode.Expired or ApprovalCode.Cancelled => Problem.Conflict(judged.Code, judged.Why),
        ApprovalCode.CommentNeeded => new(422, judged.Code, judged.Why) { Problems = [new("comment", "is missing")] },
        ApprovalCode.Nobody => new(422, judged.Code, judged.Why),
        var code => throw new ArgumentOutOfRangeException(nameof(judged), code, "unknown code of a judgement"),
    };

    private static JsonAnswer<ApprovalShown> Shown(ApprovalCard card, DateTimeOffset now) => new(ApprovalShown.Of(card, now)) { Tag = Tag(card) };

    /// <summary>Changes with everything but the time.</summary>
    private static string Tag(ApprovalCard card) => EntityTags.Of(PayloadHash.Of(
        card.Request.Id, card.Request.PayloadHash, card.Request.Seat.ToString(), card.Request.ExpiresAt.ToString("O"), card.State.ToString(),
        $"{card.Answers.Count}", $"{card.Reminders}", card.Aftermath?.Why ?? ""));

    /// <summary>The command says that it is one; it is noted, not believed for anything.</summary>
    private static string Channel(HttpContext context) =>
        context.Request.Headers.UserAgent.ToString().StartsWith("optimizer-cli", StringComparison.Ordinal) ? "cli" : "http";
}
