using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Approvals;
using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;

namespace Optimizer.Cockpit.Pages.Approvals;

/// <summary>The queue, one question, and its answer by a form.</summary>
internal static class ApprovalRoutes
{
    private const string Channel = "page";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<QueuePage, QueueModel>("/approvals", Role.Viewer, (context, visitor) => Reader(context).QueueAsync(context, visitor));
        routes.MapPage<CardPage, CardModel>("/approvals/{id}", Role.Viewer, (context, visitor) => Reader(context).CardAsync(IdOf(context), visitor, context.RequestAborted));
        routes.MapForm("/approvals/{id}", Role.Approver, AnswerAsync);
        routes.MapForm("/approvals/chosen", Role.Approver, ChosenAsync);
    }

    private static ApprovalsReader Reader(HttpContext context) => context.RequestServices.GetRequiredService<ApprovalsReader>();

    private static string IdOf(HttpContext context) => (string)context.GetRouteValue("id")!;

    private static async Task<IResult> AnswerAsync(HttpContext context, PageForm form)
    {
        var (id, comment) = (IdOf(context), form.Said("comment"));
        if (form["decision"] is not ("approve" or "reject"))
        {
            return new Problem(400, "malformed", "the form says neither approve nor reject; go back and press one of the two buttons. Nothing was decided");
        }

        if (comment is { Length: > AnswerBody.LongestComment })
        {
            return await AgainAsync(context, id, $"The comment is longer than {AnswerBody.LongestComment} characters. Nothing was decided.", comment, 422);
        }

        var judged = await SendAsync(context, id, form["decision"] == "approve", form["hash"], comment);
        return judged is null ? Problem.NotFound("approval", id)
            : ApprovalsApi.Refusal(judged) is { } refusal ? await AgainAsync(context, id, Sentence(judged.Why), comment, refusal.Status)
            : SaidOnce.Then(context, form["back"] == "queue" ? "/approvals" : Href.Approval(id), Sentence(judged.Why));
    }

    // Several at once: first they are shown together with what they come to, and only the second form decides.
    private static async Task<IResult> ChosenAsync(HttpContext context, PageForm form)
    {
        var (loop, visits) = (context.RequestServices.GetRequiredService<ServedLoop>(), context.RequestServices.GetRequiredService<Visits>());
        var chosen = form.All("pick").Select(each => each.Split('|')).Where(parts => parts.Length == 2).Select(parts => (Id: parts[0], Hash: parts[1])).Distinct().ToList();
        if (chosen.Count == 0)
        {
            return SaidOnce.Then(context, "/approvals", "Nothing was chosen, so nothing was decided.");
        }

        if (form["sure"] != "yes")
        {
            var (finder, now, cards) = (new ApprovalFinder(loop.Client, loop.Reads.Audit), loop.Clock.GetUtcNow(), new List<ApprovalShown>());
            foreach (var (id, hash) in chosen)
            {
                if (await finder.FindAsync(id, context.RequestAborted) is { Card: { IsOpen: true } card } && card.Request.PayloadHash == hash)
                {
                    cards.Add(ApprovalShown.Of(card, now));
                }
            }

            return PageAnswer.Of<ChosenPage, ChosenModel>(await visits.OfAsync(context), new(cards, chosen.Count - cards.Count));
        }

        var (done, refused) = (0, new List<string>());
        foreach (var (id, hash) in chosen)
        {
            var judged = await SendAsync(context, id, approve: true, hash, form.Said("comment"));
            if (judged is not null && ApprovalsApi.Refusal(judged) is null)
            {
                done++;
            }
            else
            {
                refused.Add($"{id}: {judged?.Why ?? "there is no such question"}");
            }
        }

        return SaidOnce.Then(context, "/approvals", $"{done} approved.{(refused.Count > 0 ? $" Not approved: {string.Join("; ", refused)}" : "")}");
    }

    private static Task<ApprovalJudgement?> SendAsync(HttpContext context, string id, bool approve, string hash, string? comment) =>
        new ApprovalDesk(context.RequestServices.GetRequiredService<ServedLoop>())
            .AnswerAsync(new(id, context.Caller(), approve, hash, comment, Channel, context.Proof()), context.RequestAborted);

    /// <summary>The card once more, with what was wrong and what was typed.</summary>
    private static async Task<IResult> AgainAsync(HttpContext context, string id, string problem, string? comment, int status)
    {
        var visitor = await context.RequestServices.GetRequiredService<Visits>().OfAsync(context);
        return await Reader(context).CardAsync(id, visitor, context.RequestAborted) is { } card
            ? PageAnswer.Of<CardPage, CardModel>(visitor, card with { Comment = comment, Problem = problem }, status)
            : Problem.NotFound("approval", id);
    }

    private static string Sentence(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
