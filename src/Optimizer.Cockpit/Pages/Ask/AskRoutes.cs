using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Pages.Shell;
using Optimizer.Cockpit.Proposals;
using Optimizer.Cockpit.Questions;
using Optimizer.Cockpit.Sessions;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Proposals;
using Optimizer.Workflows.Answers;

namespace Optimizer.Cockpit.Pages.Ask;

/// <summary>The chat box: answers from records; what is typed as an order becomes a proposal when the reader says so, never an act (S1-163).</summary>
internal static class AskRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage<AskPage, AskModel>("/ask", Role.Viewer, AskAsync);
        routes.MapForm("/ask", Role.Viewer, ProposeAsync);
    }

    // A GET: a question can be linked to, and asking changes nothing.
    private static async Task<AskModel?> AskAsync(HttpContext context, Visitor visitor)
    {
        var (question, play) = (context.Request.Query["q"].ToString().Trim(), context.Request.Query["play"].ToString().Trim());
        return question.Length == 0 ? new(question, play, null, null)
            : question.Length > Question.Longest ? new(question[..Question.Longest], play, null, $"A question has at most {Question.Longest} characters.")
            : new(question, play, await context.RequestServices.GetRequiredService<AnswerDesk>().AskAsync(question, play.Length > 0 ? play : null, visitor.Principal, context.RequestAborted), null);
    }

    private static async Task<IResult> ProposeAsync(HttpContext context, PageForm form)
    {
        var answer = form["q"] is { Length: > 0 and <= Question.Longest } question
            ? await context.RequestServices.GetRequiredService<AnswerDesk>().AskAsync(question, form.Said("play"), context.Caller(), context.RequestAborted)
            : null;
        if (answer?.Proposal is not { } command || KindOf(command.Verb) is not { } kind || command.Play is not { } play)
        {
            return new Problem(422, "not_a_proposal", "the text names nothing that can be proposed here, such as pause PLAY, resume PLAY or stop PLAY");
        }

        var reply = await context.RequestServices.GetRequiredService<ProposalDesk>().ProposeAsync(new(kind, play, command.Text, context.Caller(), ProposalSource.Chat), context.RequestAborted);
        return reply switch
        {
            { Problem: { } problem } => problem,
            { Proposal: { Approval: { } approval } } => SaidOnce.Then(context, Href.Approval(approval), "Proposed. Nothing happens before somebody has approved it."),
            _ => SaidOnce.Then(context, "/approvals", "Proposed; policy is being asked."),
        };
    }

    /// <summary>What of the typed commands can be proposed; null for the others.</summary>
    internal static ProposalKind? KindOf(CommandVerb verb) => verb switch
    {
        CommandVerb.Pause => ProposalKind.PausePlay,
        CommandVerb.Resume => ProposalKind.ResumePlay,
        CommandVerb.Stop => ProposalKind.StopPlay,
        _ => null,
    };
}
