using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Optimizer.Cockpit.Api.Answers;
using Optimizer.Cockpit.Api.Document;
using Optimizer.Cockpit.Api.Plays;
using Optimizer.Cockpit.Api.Requests;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Questions;
using Optimizer.Domain.Identity;
using Optimizer.Workflows.Answers;

namespace Optimizer.Cockpit.Api.Questions;

/// <summary>The route of questions in words.</summary>
internal static class AskApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/ask", AskAsync).Demand(Role.Viewer).WithTags("Evidence")
            .Told("ask", "Answers a question in words from the audit trail and cites its records; a command becomes a proposal and is never carried out.")
            .TakesJson<AskBody>().Produces<AnswerShown>().Refuses(400, 413, 415, 422);

    private static async Task<IResult> AskAsync(HttpContext context, AnswerDesk desk)
    {
        var body = await Body.JsonAsync<AskBody>(context);
        return body.Value is not { } asked ? body.Refusal!
            : string.IsNullOrWhiteSpace(asked.Question) || asked.Question.Length > Question.Longest
                ? Problem.Invalid($"question must have 1 to {Question.Longest:#,0} characters", new FieldProblem("question", $"1 to {Question.Longest:#,0} characters"))
            : asked.Play is { } play && !Slugs.IsOne(play)
                ? Problem.Invalid("play must be the slug of a play", new FieldProblem("play", "the slug of a play"))
            : new JsonAnswer<AnswerShown>(AnswerShown.Of(await desk.AskAsync(asked.Question, asked.Play, context.Caller(), context.RequestAborted)));
    }
}
