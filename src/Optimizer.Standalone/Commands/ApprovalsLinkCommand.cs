using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;

namespace Optimizer.Standalone.Commands;

/// <summary><c>approvals link ID --to NAME</c>: a signed link with which one person answers once.</summary>
internal static class ApprovalsLinkCommand
{
    public static Command Build(ServerSource source)
    {
        var id = new Argument<string>("ID") { Description = "The question, such as onboarding-q3." };
        var to = new Option<string>("--to") { Description = "Who answers with it. Whoever holds the link answers as this person.", HelpName = "NAME", Required = true };
        var expires = new Option<string>("--expires") { Description = "How long it is valid: 30m, 1h, 7d.", HelpName = "TIME", DefaultValueFactory = _ => "1h" };
        var seat = new Option<string?>("--seat") { Description = "Their seat, for people who have no token here.", HelpName = "SEAT" };
        var command = new Command("link", "Makes a signed link that works once, on a phone too; opening it decides nothing.") { id, to, expires, seat };
        source.Ask(command, async (parsed, server, cancellationToken) =>
        {
            if (ShortSpan.Read(parsed.GetRequiredValue(expires)) is not { } span)
            {
                return source.Terminal.Refuse(Plain.Text($"--expires is '{parsed.GetRequiredValue(expires)}'; needs a time such as 30m, 1h or 7d"));
            }

            if (server.IsOwn)
            {
                return source.Terminal.Refuse("no server runs here that the link could lead to: start one with 'optimizer serve'", ExitCode.UpstreamFailure);
            }

            var body = new JsonObject { ["to"] = parsed.GetRequiredValue(to), ["expiresInMinutes"] = span.TotalMinutes };
            if (parsed.GetValue(seat) is { } named)
            {
                body["seat"] = named;
            }

            var answer = await server.PostAsync($"{ApprovalsCommand.PathOf(parsed.GetRequiredValue(id))}/links", body, cancellationToken);
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
                source.Terminal.Output.WriteLine((string?)answer.Body!["url"]);
                source.Terminal.Error.WriteLine(Plain.Text($"for {(string?)answer.Body["to"]} as {(string?)answer.Body["seat"]}, once, until {(string?)answer.Body["expiresAt"]}"));
            }

            return ExitCode.Ok;
        });
        return command;
    }
}
