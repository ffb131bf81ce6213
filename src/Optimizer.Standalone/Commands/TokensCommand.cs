using System.CommandLine;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Engine;
using Optimizer.Standalone.Serving;
using Spectre.Console;

namespace Optimizer.Standalone.Commands;

/// <summary><c>tokens</c>: who may call.</summary>
internal static class TokensCommand
{
    private const string Path = "/api/tokens";

    public static Command Build(ServerSource source) => new("tokens", "Who may call: made, listed, rotated and revoked by admins.")
    {
        TokensCreateCommand.Build(source),
        List(source),
        Rotate(source),
        Revoke(source),
    };

    private static Command List(ServerSource source)
    {
        var command = new Command("list", "Lists tokens, revoked and expired ones included; never a secret.");
        source.Ask(command, async (parsed, server, cancellationToken) =>
        {
            var answer = await server.GetAsync($"{Path}?limit=200", cancellationToken);
            if (!answer.IsOk)
            {
                return source.Refuse(answer);
            }

            if (source.WantsJson(parsed))
            {
                source.Terminal.WriteJson(answer.Body!);
                return ExitCode.Ok;
            }

            var table = new FittedTable(
                [("token", Justify.Left), ("state", Justify.Left), ("role", Justify.Left), ("seat", Justify.Left), ("expires", Justify.Left), ("last used", Justify.Left), ("name", Justify.Left)], 16);
            foreach (var each in answer.Body!["items"]!.AsArray())
            {
                table.Add(
                [
                    Text(each, "id"), Text(each, "state"), Text(each, "role"), Text(each, "seat"), Text(each, "expiresAt"), Text(each, "lastUsedAt"),
                    Text(each, "name") + ((bool?)each!["program"] == true ? " (program)" : ""),
                ]);
            }

            table.Write(source.Terminal.Console());
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Rotate(ServerSource source)
    {
        var id = new Argument<string>("ID") { Description = "Public part of the token, as 'tokens list' shows it." };
        var grace = new Option<string?>("--grace") { Description = "How long the old secret is valid too, such as 24h; it ends at once when left out.", HelpName = "TIME" };
        var command = new Command("rotate", "Gives a token another secret, printed once.") { id, grace };
        source.Ask(command, async (parsed, server, cancellationToken) =>
        {
            var span = parsed.GetValue(grace) is { } text ? ShortSpan.Read(text) : TimeSpan.Zero;
            return span is null
                ? source.Terminal.Refuse(Plain.Text($"--grace is '{parsed.GetValue(grace)}'; needs a time such as 30m, 24h or 7d"))
                : TokensCreateCommand.Told(source, parsed, await server.PostAsync(
                    $"{Path}/{Uri.EscapeDataString(parsed.GetRequiredValue(id))}/rotate", new JsonObject { ["graceHours"] = span.Value.TotalHours }, cancellationToken));
        });
        return command;
    }

    private static Command Revoke(ServerSource source)
    {
        var id = new Argument<string>("ID") { Description = "Public part of the token, as 'tokens list' shows it." };
        var command = new Command("revoke", "Takes a token away; twice is once.") { id };
        source.Ask(command, async (parsed, server, cancellationToken) => Said(
            source, parsed, await server.SendAsync(HttpMethod.Delete, $"{Path}/{Uri.EscapeDataString(parsed.GetRequiredValue(id))}", null, null, cancellationToken)));
        return command;
    }

    private static int Said(ServerSource source, ParseResult parsed, ServerAnswer answer)
    {
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
            source.Terminal.Output.WriteLine(Plain.Text($"token {(string?)answer.Body!["id"]} of {(string?)answer.Body["name"]} is {(string?)answer.Body["state"]}"));
        }

        return ExitCode.Ok;
    }

    private static string Text(JsonNode? item, string field) => Markup.Escape(Plain.Text((string?)item?[field] ?? "-"));
}
