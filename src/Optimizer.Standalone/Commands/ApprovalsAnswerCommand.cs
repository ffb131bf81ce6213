using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Domain.Approvals;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>approvals approve|reject ID</c>: an answer. Who answers is the token's to say; --as must name the same person.</summary>
internal static class ApprovalsAnswerCommand
{
    public static Command Build(ServerSource source, bool approve)
    {
        var id = new Argument<string>("ID") { Description = "The question, such as onboarding-q3." };
        var name = new Option<string?>("--as")
        {
            Description = "Who answers. With a server it must be who the token is of; without one the directory's owner may be anybody, and the trail says so.",
            HelpName = "NAME",
        };
        var comment = new Option<string?>("--comment") { Description = approve ? "Why." : "Why; needed to reject.", HelpName = "TEXT" };
        var hash = new Option<string?>("--hash") { Description = "Payload hash of the change that was seen; what is asked now when left out.", HelpName = "HASH" };
        var dry = new Option<bool>("--dry-run") { Description = "Shows the question and does not answer." };
        var word = approve ? "approve" : "reject";
        var command = new Command(word, approve ? "Says yes to a question." : "Says no to a question, and why.") { id, name, comment, hash, dry };
        source.Ask(command, async (parsed, server, cancellationToken) =>
        {
            var path = ApprovalsCommand.PathOf(parsed.GetRequiredValue(id));
            if (parsed.GetValue(name) is { } asked)
            {
                var me = await server.GetAsync("/api/me", cancellationToken);
                if (!me.IsOk)
                {
                    return source.Refuse(me);
                }

                if ((string?)me.Body!["name"] is { } known && !People.Same(known, asked))
                {
                    return source.Terminal.Refuse(Plain.Text($"the token is {known}'s: {asked} answers with their own"), ExitCode.Denied);
                }
            }

            var question = await server.GetAsync(path, cancellationToken);
            if (!question.IsOk)
            {
                return source.Refuse(question);
            }

            var answer = parsed.GetValue(dry) ? question : await server.PostAsync(path, new JsonObject
            {
                ["decision"] = word,
                ["payloadHash"] = parsed.GetValue(hash) ?? (string?)question.Body!["payloadHash"],
                ["comment"] = parsed.GetValue(comment),
            }, cancellationToken);
            if (!answer.IsOk)
            {
                return source.Refuse(answer);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(answer.Body!);
            }
            else
            {
                ApprovalsShowCommand.Write(source.Terminal, answer.Body!);
            }

            return ExitCode.Ok;
        }, parsed => parsed.GetValue(name));
        return command;
    }
}
